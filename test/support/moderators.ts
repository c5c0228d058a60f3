import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIContainerComponent } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import { commands } from '../../commands/index.ts';
import type { App } from '../../src/app.ts';
import type { Channels } from '../../src/channels.ts';
import { compose, type Options, type Sitrep } from '../../src/compose.ts';
import { createDispatch } from '../../src/deliver/dispatch.ts';
import type { Caller, MessageBody, ModalBody, Request } from '../../src/deliver/edge.ts';
import type { SourceReading } from '../../src/sources/reading.ts';
import { sharedReading } from './committed-knowledge.ts';
import { callbackFaults } from './discord/check/callback.ts';
import { told } from './discord/check/fault.ts';
import { messageFaults } from './discord/check/message.ts';
import { aCaller } from './dispatch.ts';
import { ANNOUNCED } from './echo-command.ts';
import { loadInto } from './loaded-folder.ts';
import { OFFLINE } from './no-sources.ts';
import { aDraw } from './picture-command.ts';
import { ROOT } from './sitrep.ts';

/** What a moderator is shown: the words, the buttons by their labels, who sees it, and the form where it is one. */
export interface Seen {
  readonly text: string;
  readonly buttons: Readonly<Record<string, string>>;
  readonly private: boolean;
  readonly how: 'reply' | 'update' | 'ask';
  readonly modal: ModalBody | null;
  readonly file: string | null;
}

/** A server's moderators in front of a whole Sitrep that fetches from loopback alone. */
export interface Moderators {
  readonly sitrep: Sitrep;
  readonly app: App;
  readonly channels: Channels;
  readonly reading: SourceReading;
  readonly ask: (request: Request, caller?: Partial<Caller>) => Promise<Seen>;
  readonly source: (
    subcommand: string,
    options?: Readonly<Record<string, unknown>>,
    caller?: Partial<Caller>,
  ) => Promise<Seen>;
  readonly digest: Moderators['source'];
  readonly track: Moderators['source'];
  readonly press: (seen: Seen, label: string | RegExp, caller?: Partial<Caller>) => Promise<Seen>;
  /** What is offered while an option is typed, by its values: of `/source` where nothing else is said. */
  readonly offered: (
    option: string,
    typed: string,
    caller?: Partial<Caller>,
    command?: string,
  ) => Promise<readonly string[]>;
  readonly failures: readonly unknown[];
  readonly close: () => Promise<void>;
}

/** @param over what differs from a Sitrep that may ask this machine on the port; its folder is gone once it is closed */
export async function moderators(port: number, over: Partial<Options> = {}): Promise<Moderators> {
  const stateDir = mkdtempSync(join(tmpdir(), 'sitrep-'));
  await loadInto(stateDir);
  const failures: unknown[] = [];
  const report = (error: unknown): void => void failures.push(error);
  const fetching = { allowedHosts: [{ host: '127.0.0.1', port }], contact: null, limits: { pauseMs: 0 } };
  const dataDir = join(ROOT, 'data');
  const options = {
    ...OFFLINE,
    articles: sharedReading(),
    fetching,
    stateDir,
    dataDir,
    version: '1',
    startedAtMs: 0,
    report,
    ...over,
  };
  const opened = await compose(options);
  if (!opened.ok) throw new Error(`cannot open: ${opened.error.kind}`);
  const { app, channels, reading, close } = opened.value;
  const quiet = { cooldownMs: 0, ackAfterMs: ANNOUNCED.never, draw: aDraw().draw };
  const dispatch = createDispatch({ app, commands, now: options.now, report, ...quiet });
  const ask: Moderators['ask'] = async (request, caller = {}) => {
    const seen: Seen[] = [];
    const show = (how: Seen['how'], body: MessageBody | null, isPrivate: boolean, modal: ModalBody | null = null) => {
      refuseFaults(body, modal);
      seen.push({ how, private: isPrivate, modal, ...partsOf(body) });
    };
    await dispatch.handle(
      request,
      { ...aCaller({ managesGuild: true, ...caller }) },
      {
        acknowledge: async () => undefined,
        reply: async (body, isPrivate) => show('reply', body, isPrivate),
        update: async (body) => show('update', body, false),
        ask: async (modal) => show('ask', null, true, modal),
      },
    );
    const [only] = seen;
    if (!only) throw new Error('nothing was shown');
    return only;
  };
  return {
    sitrep: opened.value,
    app,
    channels,
    reading,
    ask,
    failures,
    close: async () => {
      await close();
      rmSync(stateDir, { recursive: true, force: true });
    },
    offered: async (option, typed, caller = {}, command = 'source') => {
      const choices = await dispatch.suggest(command, option, typed, aCaller({ managesGuild: true, ...caller }));
      return choices.map(({ value }) => value);
    },
    source: (subcommand, options = {}, caller) => ask({ kind: 'command', name: 'source', subcommand, options }, caller),
    digest: (subcommand, options = {}, caller) => ask({ kind: 'command', name: 'digest', subcommand, options }, caller),
    track: (subcommand, options = {}, caller) => ask({ kind: 'command', name: 'track', subcommand, options }, caller),
    press: (seen, label, caller) => {
      const found = Object.entries(seen.buttons).find(([name]) =>
        typeof label === 'string' ? name === label : label.test(name),
      );
      if (!found) throw new Error(`no button ${label} among ${Object.keys(seen.buttons).join(', ')}`);
      return ask({ kind: 'press', customId: found[1], onPrivate: seen.private, byAsker: false }, caller);
    },
  };
}

/** What is shown is what Discord would take. */
function refuseFaults(body: MessageBody | null, modal: ModalBody | null): void {
  const faults = body ? messageFaults(body, 'reply', false) : callbackFaults({ type: 9, data: modal }, 2);
  // Uploads go along in a form of their own, which is not at hand here.
  const own = faults.filter(({ code }) => !code.includes('ATTACHMENT'));
  if (own.length > 0) throw new Error(own.map(told).join('\n'));
}

function partsOf(body: MessageBody | null): Pick<Seen, 'text' | 'buttons' | 'file'> {
  const components = body ? (body.components[0] as APIContainerComponent).components : [];
  const text = components.flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : [])).join('\n');
  const rows = components.flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []));
  const buttons = rows.flatMap((one) =>
    'custom_id' in one && 'label' in one ? [[one.label ?? '', one.custom_id]] : [],
  );
  const file = body?.file ? Buffer.from(body.file.bytes).toString() : null;
  return { text, buttons: Object.fromEntries(buttons), file };
}
