import { z } from 'zod';
import {
  type CommandRequest,
  commandFaults,
  commandListFaults,
  CommandRequest as Definition,
} from './check/commands.ts';
import { shapeFaults } from './check/fault.ts';
import { type Incoming, noContent, ok, type Reply, refuseForm, unknownCommand, unknownGuild } from './reply.ts';
import type { RegisteredCommand, State } from './state.ts';

const scopeOf = ({ params }: Incoming): string => params.guild ?? '';

function inScope(state: State, incoming: Incoming, act: (known: readonly RegisteredCommand[]) => Reply): Reply {
  const scope = scopeOf(incoming);
  if (incoming.params.application !== state.world.applicationId) return unknownCommand;
  return scope === '' || state.world.guilds.has(scope) ? act(state.commands.get(scope) ?? []) : unknownGuild;
}

/** What is registered under a name keeps its id, as on Discord. */
function register(state: State, known: readonly RegisteredCommand[], command: CommandRequest): RegisteredCommand {
  const id = known.find(({ name }) => name === command.name)?.id ?? state.world.nextId();
  return { ...command, id, version: state.world.nextId() };
}

function keep(state: State, scope: string, commands: readonly RegisteredCommand[]): void {
  state.commands.set(scope, commands);
  state.changed();
}

/** Registers commands past the REST side, as an earlier run of the bot would have; they must be valid. */
export function define(state: State, definitions: readonly unknown[], scope: string): void {
  const commands = z.array(Definition).parse(definitions);
  keep(
    state,
    scope,
    commands.map((command) => register(state, [], command)),
  );
}

const json = (state: State, scope: string) => (command: RegisteredCommand) => ({
  type: 1,
  default_member_permissions: null,
  nsfw: false,
  ...(scope ? { guild_id: scope } : { contexts: null, integration_types: [0] }),
  ...(settled(command) as RegisteredCommand),
  application_id: state.world.applicationId,
});

/** As Discord gives definitions back: what is false or empty in options is not there. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, each]) => !OMITTED.has(key) || (each !== false && each !== null));
  return Object.fromEntries(kept.map(([key, each]) => [key, settled(each)]));
}
const OMITTED: ReadonlySet<string> = new Set(['required', 'autocomplete', 'choices', 'options']);

/** https://discord.com/developers/docs/interactions/application-commands#get-global-application-commands */
function unlocalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unlocalised);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, each]) => [key, unlocalised(each)]));
}

/** GET …/commands; localisations only where they are asked for. */
export const listCommands = (state: State, incoming: Incoming): Reply =>
  inScope(state, incoming, (known) => {
    const commands = known.map(json(state, scopeOf(incoming)));
    return ok(incoming.query.get('with_localizations') === 'true' ? commands : unlocalised(commands));
  });

/** PUT …/commands */
export const replaceCommands = (state: State, incoming: Incoming): Reply =>
  inScope(state, incoming, (known) => {
    const faults = commandListFaults(incoming.body);
    if (faults.length > 0) return refuseForm(state, incoming, faults);
    const commands = (incoming.body as readonly CommandRequest[]).map((command) => register(state, known, command));
    keep(state, scopeOf(incoming), commands);
    return ok(commands.map(json(state, scopeOf(incoming))));
  });

/** POST …/commands; one of the same name is replaced. */
export const addCommand = (state: State, incoming: Incoming): Reply =>
  inScope(state, incoming, (known) => {
    const shape = shapeFaults(Definition, incoming.body);
    const faults = shape.length > 0 ? shape : commandFaults(incoming.body as CommandRequest, []);
    if (faults.length > 0) return refuseForm(state, incoming, faults);
    const command = register(state, known, incoming.body as CommandRequest);
    keep(state, scopeOf(incoming), [...known.filter(({ id }) => id !== command.id), command]);
    return {
      ...ok(json(state, scopeOf(incoming))(command)),
      status: known.some(({ id }) => id === command.id) ? 200 : 201,
    };
  });

/** DELETE …/commands/:command */
export const removeCommand = (state: State, incoming: Incoming): Reply =>
  inScope(state, incoming, (known) => {
    const left = known.filter(({ id }) => id !== incoming.params.command);
    if (left.length === known.length) return unknownCommand;
    keep(state, scopeOf(incoming), left);
    return noContent;
  });
