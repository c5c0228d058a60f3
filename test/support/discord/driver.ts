import { GatewayDispatchEvents as Event } from 'discord-api-types/v10';
import { type Call, callOf } from './call.ts';
import type { Gateway } from './gateway.ts';
import type { Interaction } from './interactions.ts';
import {
  autocompletePayload,
  commandPayload,
  type Entered,
  type From,
  type MessageJson,
  menuPayload,
  modalPayload,
  type Place,
  pressPayload,
} from './payload.ts';
import type { State } from './state.ts';
import type { Until } from './waiting.ts';
import type { Channel, Guild, User } from './world.ts';

/** What people do. Each throws where no person could do it: a command or a button that is not there. */
export interface People {
  /** `name` is a command, or a command and its subcommand with a blank between. */
  readonly slash: (name: string, options?: Entered, from?: From) => Call;
  /** While `option` holds `typed`; `others` are the options entered before. */
  readonly autocomplete: (name: string, option: string, typed: string, from?: From, others?: Entered) => Call;
  /** Uses a command in the menu of a message, which need not be the bot's. */
  readonly menu: (name: string, message: MessageJson, from?: From) => Call;
  readonly press: (message: { readonly id: string }, customId: string, from?: From) => Call;
  /** Fills in the modal that a call was answered with; fields that are not named keep what they came with. */
  readonly submit: (asked: Pick<Call, 'token'>, fields: Readonly<Record<string, string>>, from?: From) => Call;
}

interface Driver {
  readonly state: State;
  readonly gateway: Gateway;
  readonly until: Until;
  /** Where and who it is when `From` does not say. */
  readonly guild: Guild;
  readonly user: User;
}

type Build = (
  target: Parameters<typeof commandPayload>[1],
) => ReturnType<
  typeof commandPayload | typeof menuPayload | typeof pressPayload | typeof modalPayload | typeof autocompletePayload
>;

export function people(driver: Driver): People {
  const { state } = driver;
  return {
    slash: (name, entered = {}, from = {}) =>
      send(driver, from, null, (target) => commandPayload(state, target, name, entered)),
    autocomplete: (name, option, typed, from = {}, others = {}) =>
      send(driver, from, null, (target) =>
        autocompletePayload(state, target, name, option, { ...others, [option]: typed }),
      ),
    menu: (name, message, from = {}) => send(driver, from, null, (target) => menuPayload(state, target, message, name)),
    press: ({ id }, customId, from = {}) => {
      const message = state.messages.get(id);
      if (!message) throw new Error(`There is no message ${id}.`);
      return send(driver, from, message, (target) => pressPayload(state, target, message, customId));
    },
    submit: ({ token }, fields, from = {}) => {
      const asked = state.interactions.get(token);
      if (!asked) throw new Error('There is no such call.');
      return send(driver, from, asked.source, (target) => modalPayload(state, target, asked, fields));
    },
  };
}

/** Dispatches an interaction and keeps it, so that its callback finds it. */
function send(
  { state, gateway, until, guild, user }: Driver,
  from: From,
  source: Interaction['source'],
  build: Build,
): Call {
  const place = placeOf(state, from, from.user ?? user, from.guild ?? guild);
  const id = state.world.nextId();
  const token = `token-of-${id}`;
  const payload = build({ ...place, from, id, token });
  const interaction: Interaction = {
    id,
    token,
    type: payload.type,
    user: place.user,
    channelId: place.channel.id,
    sentAt: performance.now(),
    source,
    callback: null,
    acknowledgedAt: null,
    finalAt: null,
    original: null,
    sent: [],
    expired: false,
  };
  state.interactions.set(token, interaction);
  gateway.dispatch(Event.InteractionCreate, payload);
  return callOf(interaction, until);
}

function placeOf({ world }: State, { dm, channel }: From, user: User, guild: Guild): Place {
  if (dm) return { user, guild: null, channel: world.directChannel(user) };
  return { user, guild, channel: channel ?? firstChannel(guild) };
}

export function firstChannel({ channels: [first] }: Guild): Channel {
  if (!first) throw new Error('A guild without channels.');
  return first;
}
