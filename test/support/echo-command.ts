import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type App, createApp } from '../../src/app.ts';
import { defineCommand, type PressAnswer } from '../../src/command.ts';
import { UserError } from '../../src/domain/failure.ts';
import type { Page } from '../../src/domain/page.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { unexpected } from './stored-app.ts';

/** A page of one paragraph. */
export const aPage = (text: string): Page => ({
  language: 'en',
  tone: 'neutral',
  blocks: [{ kind: 'paragraph', rich: [{ text }] }],
  actions: [],
});

/** A server's settings are all that dispatch asks the app for. */
export function anApp(settings: GuildSettings): App {
  const values = {
    get: async () => settings,
    set: async () => undefined,
    delete: async () => undefined,
    setMany: async () => undefined,
  };
  const nothing = {} as Parameters<typeof createApp>[0];
  return createApp({
    ...nothing,
    settings: values,
    briefs: values,
    members: values,
    report: unexpected,
    faults: () => [],
    startedAtMs: 0,
    version: '0',
  });
}

/** For `ackAfterMs`: a `slow` answer takes longer than `whenSlow`, as on a busy machine any may; none takes as long as `never`. */
export const ANNOUNCED = { whenSlow: 20, never: 600_000 } as const;

const Echo = z.strictObject({
  text: z.string().min(2).max(20),
  size: z.enum(['small', 'large']).optional(),
  private: z.boolean().optional(),
});
const option = (name: string, nameUk: string) => ({ name, nameUk, description: { en: 'd', uk: 'о' } });
const BUTTONS: Page['actions'] = [
  [
    { action: 'echo:change', label: 'Change', look: 'primary' },
    { action: 'echo:tell', label: 'Tell', look: 'secondary' },
    { action: 'echo:slow', label: 'Slowly', look: 'secondary' },
  ],
];

/**
 * Says what it is given: `refuse` is refused, `break` fails, `slow…` takes its time. Its page has a button that changes it and
 * one that answers beside it.
 */
export const echo = defineCommand({
  data: {
    ...option('echo', 'луна'),
    inDirectMessages: true,
    options: [
      { ...option('text', 'текст'), type: 'string', required: true, autocomplete: true },
      {
        ...option('size', 'розмір'),
        type: 'string',
        choices: [
          { name: { en: 'small', uk: 'малий' }, value: 'small' },
          { name: { en: 'large', uk: 'великий' }, value: 'large' },
        ],
      },
      { ...option('private', 'приватно'), type: 'boolean' },
    ],
  },
  access: 'everyone',
  input: Echo,
  isPrivate: (input, settings) => input.private ?? settings.private ?? false,
  run: async ({ text, private: isPrivate = false }, _app, call) => {
    if (text === 'refuse') throw new UserError('Not today.');
    if (text === 'break') throw new Error('secret path /etc');
    if (text.startsWith('slow')) await pause(60);
    return { page: { ...aPage(`${text} ${call.language} ${call.isModerator}`), actions: BUTTONS }, private: isPrivate };
  },
  suggest: async (_option, typed) => {
    if (typed === 'break') throw new Error('no');
    return Array.from({ length: 30 }, (_, index) => ({
      name: `${typed}\u202e ${'x '.repeat(80)}`,
      value: index === 0 ? 'v'.repeat(101) : `v${index}`,
    }));
  },
  press: async ({ rest }): Promise<PressAnswer> => {
    if (rest === 'slow') await pause(60);
    return { how: rest.startsWith('tell') ? 'reply' : 'update', page: aPage(rest), private: false };
  },
});
/** For moderators, in servers alone. */
export const locked = defineCommand({
  data: {
    ...option('locked', 'замок'),
    inDirectMessages: false,
    subcommands: [{ ...option('now', 'зараз'), options: [] }],
  },
  access: 'moderator',
  input: z.strictObject({ subcommand: z.literal('now') }),
  run: async () => ({ page: aPage('open'), private: true }),
  suggest: async () => [{ name: 'a', value: 'a' }],
  press: async () => ({ how: 'reply', page: aPage('open'), private: true }),
});
