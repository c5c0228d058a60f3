import { beforeEach, describe, expect, test } from 'vitest';
import type { Brief } from '../src/domain/brief.ts';
import { beginFollowing } from '../src/follow-tracks.ts';
import { alertChannel, alerting, trackedStore } from './support/alerts.ts';
import type { aClaim } from './support/claims.ts';
import { articleOf as article, dead, STRIKE, VISIT } from './support/dated-articles.ts';

let store: Awaited<ReturnType<typeof trackedStore>>;
let discord: ReturnType<typeof alertChannel>;
let bot: ReturnType<typeof alerting>;
beforeEach(async () => {
  store = await trackedStore();
  discord = alertChannel();
  bot = alerting(store, discord.channel);
  return store.close;
});

/** The lines of an answer, each with what is new of it. */
const linesOf = ({ sections }: Brief): readonly string[] =>
  sections
    .flatMap(({ lines }) => lines)
    .map(({ backing: [first], changes }) => {
      const sentence = first?.claim.mode === 'paraphrase' ? first.claim.sentence.en : '';
      return [sentence, ...(changes ?? []).map(({ kind }) => kind)].join(' ');
    })
    .sort();

const messages = () =>
  discord.posts().map(({ outgoing, edits }) => [outgoing, ...edits].map(({ content }) => linesOf(content.brief)));

const HOUR = 3_600_000;
const fromAfp = (...claims: Parameters<typeof aClaim>[0][]) => article('first', 'AFP', 13, ...claims);
const fromReuters = (...claims: Parameters<typeof aClaim>[0][]) => article('second', 'Reuters', 14, ...claims);

describe('an alert', () => {
  test('comes for what is new, once, and not for what was there or is about something else', async () => {
    await store.put(article('before', 'The Daily', 10, STRIKE));
    await store.follow();
    await bot.run();
    expect(messages()).toEqual([]);
    await store.put(fromAfp(dead(5)));
    await store.put(article('other', 'AFP', 13, { ...VISIT, place: ['kyiv'] }));
    await bot.run();
    expect(messages()).toEqual([[['5 people died. new']]]);
    await bot.run();
    expect(messages()).toHaveLength(1);
    expect(bot.kept).toHaveLength(1);
  });

  test('comes within a minute of the article, with all that came in the meantime', async () => {
    await store.follow();
    await bot.tick();
    await store.put(fromAfp(dead(5)));
    await bot.run(0);
    await store.put(fromReuters(STRIKE));
    await bot.run(30_000);
    expect(messages()).toEqual([[['5 people died. new', 'A missile hit Kharkiv. new']]]);
  });

  test('is edited as its event develops, which tells what is new since it first came', async () => {
    await store.follow();
    await store.put(fromAfp(dead(5)));
    await bot.run();
    store.pass(HOUR);
    await store.put(fromReuters(dead(6)));
    await bot.run();
    await store.put(article('third', 'AP', 15, { ...dead(6), confirmation: 'denied' as const }));
    await bot.run();
    expect(messages()).toEqual([
      [['5 people died. new'], ['6 people died. revised'], ['6 people died. revised denied']],
    ]);
    expect(discord.posts()[0]?.edits.map(({ edits }) => edits)).toEqual([1, 2]);
  });

  test('is edited where others merely tell its event too, and no new one comes of that', async () => {
    await store.put(article('before', 'The Daily', 10, STRIKE));
    await store.follow();
    await store.put(fromAfp(STRIKE));
    await bot.run();
    expect(messages()).toEqual([]);
    await store.put(fromReuters(dead(5)));
    await bot.run();
    await store.put(article('third', 'AP', 15, dead(5)));
    await bot.run();
    expect(messages()).toEqual([[['5 people died. new'], ['5 people died. told']]]);
  });

  test('comes anew where the message is too old, or gone', async () => {
    await store.follow();
    await store.put(fromAfp(dead(5)));
    await bot.run();
    store.pass(49 * HOUR);
    await store.put(fromReuters(dead(6)));
    await bot.run();
    expect(messages()).toEqual([[['5 people died. new']], [['6 people died. revised']]]);
    discord.drop(discord.posts()[1]?.id ?? '');
    await store.put(article('third', 'AP', 15, dead(6)));
    await bot.run();
    expect(messages()).toHaveLength(1);
    await store.put(article('fourth', 'The Daily', 16, { ...dead(6), confirmation: 'denied' as const }));
    await bot.run();
    expect(messages()[1]?.[0]).toEqual(['6 people died. denied']);
  });

  test('goes on with its event through mergers: by claims, not by its name', async () => {
    await store.follow();
    await store.put(fromAfp(STRIKE));
    await bot.run();
    const [before] = discord.posts();
    // What came out earlier stands first, and gives the event its name.
    await store.put(article('earlier', 'The Daily', 11, STRIKE));
    await bot.run();
    const [after, ...more] = discord.posts();
    const nameOf = (content = before?.outgoing.content) => content?.brief.sections[0]?.lines[0]?.id;
    expect(more).toEqual([]);
    expect(nameOf(after?.edits[0]?.content)).not.toBe(nameOf());
  });
});

describe('what is told', () => {
  test('waits for so many independent sources, then comes as new, though the event was there before', async () => {
    await store.put(article('before', 'The Daily', 10, STRIKE));
    await store.follow({ origins: 2 });
    await store.put(fromAfp(dead(5)));
    await bot.run();
    expect(messages()).toEqual([]);
    await store.put(fromReuters(STRIKE));
    await bot.run();
    expect(messages()).toEqual([[['A missile hit Kharkiv. new']]]);
  });

  test('of the unconfirmed is nothing where only the confirmed is wanted, nor of what is denied', async () => {
    await store.follow({ confirmedOnly: true });
    await store.put(fromAfp(STRIKE, dead(5)));
    await bot.run();
    expect(messages()).toEqual([]);
    await store.put(fromReuters({ ...dead(5), confirmation: 'confirmed' as const }));
    await store.put(article('third', 'AP', 15, { ...STRIKE, confirmation: 'denied' as const }));
    await bot.run();
    expect(messages()).toHaveLength(1);
    expect(messages()[0]?.[0]?.[0]).toMatch(/^5 people died/);
  });

  test('in quiet hours comes together at their end, while what is there is still edited', async () => {
    // Noon in UTC is three in the afternoon in Kyiv.
    await store.follow({ quiet: { from: 15 * 60 + 10, to: 20 * 60 } });
    await store.put(fromAfp(dead(5)));
    await bot.run();
    expect(messages()).toHaveLength(1);
    store.pass(HOUR);
    await store.put(fromReuters(dead(6)));
    await store.put(article('third', 'AP', 15, STRIKE));
    await bot.run();
    store.pass(HOUR);
    await store.put(article('fourth', 'AP', 16, { ...VISIT, place: ['kharkiv'] }));
    await bot.run();
    expect(messages()).toEqual([[['5 people died. new'], ['6 people died. revised']]]);
    store.pass(3 * HOUR);
    await bot.run();
    expect(messages()[1]).toEqual([['A missile hit Kharkiv. new', 'Blinken was in Kyiv. new']]);
  });

  test('beyond the limit of a day waits, and comes together when there is room', async () => {
    await store.follow({ perDay: 1 });
    await store.put(fromAfp(dead(5)));
    await bot.run();
    await store.put(fromReuters(STRIKE));
    await bot.run(120_000);
    await store.put(article('third', 'AP', 15, { ...VISIT, place: ['kharkiv'] }));
    await bot.run(120_000);
    expect(messages()).toHaveLength(1);
    store.pass(24 * HOUR);
    await bot.run();
    expect(messages()[1]).toEqual([['A missile hit Kharkiv. new', 'Blinken was in Kyiv. new']]);
  });

  test('is what comes while a track is followed, not while it is paused', async () => {
    const track = await store.follow();
    await store.tracks.replace({ ...track, state: 'paused' });
    await store.put(fromAfp(dead(5)));
    await bot.run();
    await beginFollowing(store, { guildId: '10000' });
    await store.tracks.replace(track);
    await store.put(fromReuters(STRIKE));
    await bot.run();
    expect(messages()).toEqual([[['A missile hit Kharkiv. new']]]);
  });

  test('to a server is its own articles too, also the first of them, and to nobody else', async () => {
    const other = { kind: 'channel', guildId: '10001', channelId: '50001', roleId: null } as const;
    await store.put(article('theirs', 'The Daily', 10, STRIKE), { guildId: '10001' });
    await store.follow();
    await store.follow({ id: 'bbbbbbbb', to: other });
    await store.follow({ id: 'cccccccc', to: { kind: 'member', userId: '90000' } });
    await bot.run();
    expect(messages()).toEqual([]);
    await store.put(fromAfp(dead(5)), { guildId: '10000' });
    await bot.run();
    expect(discord.posts().map(({ outgoing }) => outgoing.track.id)).toEqual(['aaaaaaaa']);
    await store.put(fromReuters(dead(7)), { guildId: '10001' });
    await bot.run();
    expect(discord.posts().map(({ outgoing }) => outgoing.track.id)).toEqual(['aaaaaaaa', 'bbbbbbbb']);
  });
});

describe('a message', () => {
  const staged = async (change: Parameters<typeof store.follow>[0] = {}): Promise<void> => {
    await store.follow(change);
    await store.put(fromAfp(dead(5)));
  };

  test('whose answer is lost is looked for and not sent again', async () => {
    await staged();
    discord.sends.push('lost');
    await bot.run(90_000);
    await store.put(fromReuters(dead(6)));
    await bot.run();
    expect(messages()).toEqual([[['5 people died. new'], ['6 people died. revised']]]);
  });

  test('that surely did not come is sent again, and so is an edit of which nobody knows', async () => {
    await staged();
    discord.sends.push({ kind: 'unknown' }, { kind: 'later', afterMs: 10_000 });
    await bot.run(180_000);
    expect(messages()).toHaveLength(1);
    discord.edits.push({ kind: 'unknown' }, { kind: 'later', afterMs: 10_000 });
    await store.put(fromReuters(dead(6)));
    await bot.run(120_000);
    expect(messages()).toEqual([[['5 people died. new'], ['6 people died. revised']]]);
  });

  test('that nobody can look for is not sent again, and moderators are told once', async () => {
    await staged();
    discord.sends.push({ kind: 'unknown' });
    discord.looks.push('later', 'unreadable');
    await bot.run(300_000);
    expect(messages()).toEqual([]);
    expect(bot.told.map(({ kind }) => kind)).toEqual(['undecided']);
  });

  test('that is refused is kept, moderators are told once, and it comes when it may', async () => {
    await staged();
    discord.sends.push(...Array.from({ length: 3 }, () => ({ kind: 'refused', why: 'no-permission' }) as const));
    await bot.run(HOUR / 2);
    expect([messages(), bot.told]).toEqual([[], [{ kind: 'refused', why: 'no-permission' }]]);
    await bot.run(HOUR);
    expect([messages().length, bot.told.length]).toEqual([1, 1]);
  });

  test('that is refused for a day is not sent any more', async () => {
    await staged();
    discord.sends.push({ kind: 'refused', why: 'no-channel' });
    await bot.run();
    store.pass(25 * HOUR);
    await bot.run();
    expect([messages(), bot.told.map(({ kind }) => kind)]).toEqual([[], ['refused', 'late']]);
  });

  test('to a member who takes none stops their track', async () => {
    await staged({ to: { kind: 'member', userId: '90000' } });
    discord.sends.push({ kind: 'refused', why: 'direct-closed' });
    await bot.run(HOUR);
    expect([messages(), bot.told]).toEqual([[], []]);
    expect((await store.tracks.list({ userId: '90000' })).map(({ state }) => state)).toEqual(['closed']);
  });

  test('that was put together before quiet hours is held back in them', async () => {
    await staged({ quiet: { from: 15 * 60 + 1, to: 16 * 60 } });
    discord.sends.push({ kind: 'later', afterMs: 60_000 });
    await bot.run(HOUR / 2);
    expect(messages()).toEqual([]);
    await bot.run(HOUR);
    expect(messages()).toHaveLength(1);
  });

  test('comes once where two processes bring it', async () => {
    const other = alerting(store, discord.channel);
    await staged();
    for (let tick = 0; tick < 8; tick += 1) {
      await Promise.all([bot.tick(), other.tick()]);
      store.pass(10_000);
    }
    await store.put(fromReuters(dead(6)));
    for (let tick = 0; tick < 8; tick += 1) {
      await Promise.all([other.tick(), bot.tick()]);
      store.pass(10_000);
    }
    expect(messages()).toEqual([[['5 people died. new'], ['6 people died. revised']]]);
  });
});

describe('a process that ends at any moment', () => {
  /** Ends at its n-th step, before or after that has been done: nothing that it does then is done. */
  function dying(steps: number, isDone: boolean) {
    let left = steps;
    const over = <T extends object>(one: T): T =>
      new Proxy(one, {
        get: (target, name) => {
          const method = Reflect.get(target, name) as (...given: readonly unknown[]) => unknown;
          return async (...given: readonly unknown[]): Promise<unknown> => {
            left -= 1;
            if (left < 0 || (left === 0 && !isDone)) throw new Error('ended');
            const done = await Reflect.apply(method, target, given);
            if (left === 0) throw new Error('ended');
            return done;
          };
        },
      });
    return { over, hasEnded: () => left <= 0 };
  }

  test.for([false, true])('leaves one message with what is known, its last step done: %s', async (isDone) => {
    let hasEnded = true;
    // Every third step, others for each way: all of them take long.
    for (let steps = isDone ? 1 : 2; hasEnded; steps += 3) {
      const [own, channel] = [await trackedStore(), alertChannel()];
      const { over, hasEnded: ended } = dying(steps, isDone);
      await own.follow();
      const first = alerting({ ...own, tracks: over(own.tracks) }, over(channel.channel), () => undefined);
      const runs = async (): Promise<void> => {
        for (let tick = 0; tick < 4; tick += 1) {
          await first.tick().catch(() => undefined);
          own.pass(10_000);
        }
      };
      await own.put(fromAfp(dead(5)));
      await runs();
      await own.put(fromReuters(dead(6)));
      await runs();
      hasEnded = ended();
      await alerting(own, channel.channel).run(180_000);
      const [post, ...more] = channel.posts();
      const last = [post?.outgoing, ...(post?.edits ?? [])].at(-1)?.content.brief;
      expect([more, last && linesOf(last)[0]?.slice(0, 13)]).toEqual([[], '6 people died']);
      own.close();
    }
  });
});
