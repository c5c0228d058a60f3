import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/command.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { aCaller, aDispatch, pressed, run } from '../support/dispatch.ts';
import { ANNOUNCED, anApp, aPage, echo } from '../support/echo-command.ts';

const SLOW = { ackAfterMs: ANNOUNCED.whenSlow };

describe('a slow answer is announced', () => {
  test.for([
    { name: 'in public', text: 'slow', private: false },
    { name: 'in private', text: 'slow', private: true },
  ])('$name', async ({ text, private: isPrivate }) => {
    const { ask } = aDispatch({ options: SLOW });
    expect(await ask(run({ text, private: isPrivate }))).toMatchObject([
      { what: 'acknowledge reply', private: isPrivate },
      { what: 'reply', private: isPrivate },
    ]);
  });

  test('in private where it is not yet known', async () => {
    const settings = Promise.withResolvers<GuildSettings>();
    const app = { ...anApp({}), settings: () => settings.promise };
    const announced: boolean[] = [];
    await aDispatch({ options: { ...SLOW, app } }).dispatch.handle(run({ text: 'hi' }), aCaller(), {
      acknowledge: async (_how, isPrivate) => {
        announced.push(isPrivate);
        settings.resolve({});
      },
      reply: async () => undefined,
      update: async () => undefined,
      ask: async () => undefined,
    });
    expect(announced).toEqual([true]);
  });

  test('a slow failure follows its announcement', async () => {
    const failing = defineCommand({ ...echo, run: () => pause(60).then(() => Promise.reject(new Error('late'))) });
    const shown = await aDispatch({ commands: [failing], options: SLOW }).ask(run({ text: 'hi' }));
    expect(shown.map(({ what }) => what)).toEqual(['acknowledge reply', 'reply']);
  });
});

test('of many calls at once, the first are answered and the last announced before all are worked out', async () => {
  const order: string[] = [];
  const busy = defineCommand({
    ...echo,
    run: async ({ text }: { text: string }) => {
      for (const end = performance.now() + 5; performance.now() < end; );
      order.push(`worked ${text}`);
      return { page: aPage(text), private: false };
    },
    input: z.strictObject({ text: z.string() }),
    isPrivate: () => false,
  });
  const { dispatch } = aDispatch({ commands: [busy], options: SLOW });
  const calls = Array.from({ length: 20 }, (_, index) =>
    dispatch.handle(run({ text: `${index}` }), aCaller(), {
      acknowledge: async () => void order.push(`announced ${index}`),
      reply: async () => void order.push(`answered ${index}`),
      update: async () => undefined,
      ask: async () => undefined,
    }),
  );
  await Promise.all(calls);
  expect(order.indexOf('answered 0')).toBeLessThan(order.indexOf('worked 19'));
  expect(order.indexOf('announced 19')).toBeLessThan(order.indexOf('worked 19'));
});

describe('the pause after a command', () => {
  const at = { ms: 0 };
  const paused = () => aDispatch({ options: { cooldownMs: 3_000, now: () => at.ms } });
  const again = (ms: number) => {
    at.ms = ms;
    return run({ text: 'hi' });
  };

  test('names the seconds left, moderators not exempt, and ends', async () => {
    const { ask } = paused();
    await ask(again(0), { managesGuild: true });
    expect(await ask(again(1_500), { managesGuild: true })).toMatchObject([
      { private: true, text: expect.stringContaining('2 seconds') },
    ]);
    expect(await ask(again(2_500), { locale: 'uk' })).toMatchObject([
      { text: expect.stringContaining('за 1 секунду') },
    ]);
    expect(await ask(again(3_000))).toMatchObject([{ text: 'hi en false' }]);
  });

  test('is each member’s own, in each server', async () => {
    const { ask } = paused();
    await ask(again(0));
    expect(await ask(again(1), { userId: '43' })).toMatchObject([{ text: 'hi en false' }]);
    expect(await ask(again(1), { guildId: null })).toMatchObject([{ text: 'hi en false' }]);
  });

  test('does not follow a mistyped command, nor bind buttons', async () => {
    const { ask } = paused();
    await ask(run({ text: 'x' }));
    await ask(again(1));
    expect(await ask(pressed('echo:tell'))).toMatchObject([{ text: 'tell' }]);
  });
});
