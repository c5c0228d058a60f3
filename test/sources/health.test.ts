import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../src/domain/period.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { Actor } from '../../src/sources/contract.ts';
import { rssOf, type SourcedSitrep, sourcedSitrep } from '../support/sourced-sitrep.ts';

const TEXT = 'Russian missiles struck Kharkiv on Monday, killing three people, the governor said.';
const OPERATOR_ACTOR = { scope: OPERATOR, userId: null } as const;

let us: SourcedSitrep;
let feed: string;
let feeds = 0;
beforeAll(async () => {
  us = await sourcedSitrep(['post.example']);
});
afterAll(() => us.close());
beforeEach(() => {
  feeds += 1;
  feed = us.at('post.example', `/${feeds}`);
  work();
});
// Nothing that a test left fails in the next one.
afterEach(() => work());
const work = (): void =>
  us.put(feed, { body: rssOf(us.at('post.example', '/'), [{ id: feed, link: feed, text: `${TEXT} ${feed}` }]) });
const fail = (status = 500): void => us.put(feed, { status });

/** Reads the feed so often, each time when it is due. */
async function read(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    us.advance(DAY_MS / 2);
    await us.readAll();
  }
}

/** What an answer says of sources that fail, and what `/status` shows of them. */
async function toldIn({ scope }: Actor) {
  const question = { form: 'search', query: 'zither', filters: {}, about: 'everything', period: null } as const;
  const asked = await us.sitrep.app.ask({ ...question, language: 'en', scope, nowMs: us.now() });
  const { sources } = await us.sitrep.app.status(scope);
  return {
    answer: asked.kind === 'brief' ? asked.brief.failing.map(({ publisher }) => publisher) : null,
    status: sources.failing.map(({ name, feed: { failures } }) => `${name} ${failures}`),
    states: Object.fromEntries(sources.states.filter(([, n]) => n > 0)),
  };
}

async function anActor(name: string): Promise<{ readonly actor: Actor; readonly id: string }> {
  const actor = us.moderator();
  const { id } = await us.addFeed(feed, actor, { name, publisher: name });
  await us.readAll();
  return { actor, id };
}

describe('a source that fails', () => {
  test('is in /status at once, and in answers from the second time in a row until it is read again', async () => {
    const { actor } = await anActor('The Post');
    fail();
    await read(1);
    expect(await toldIn(actor)).toEqual({ answer: [], status: ['The Post 1'], states: { active: 1 } });
    await read(1);
    expect(await toldIn(actor)).toEqual({ answer: ['The Post'], status: ['The Post 2'], states: { active: 1 } });
    work();
    await read(1);
    expect(await toldIn(actor)).toEqual({ answer: [], status: [], states: { active: 1 } });
  });

  test.each(['pause', 'remove'] as const)('is in neither after %s', async (what) => {
    const { actor, id } = await anActor('The Post');
    fail();
    await read(2);
    expect((await toldIn(actor)).answer).toEqual(['The Post']);
    const { pause, remove } = us.sitrep.app.sources;
    await (what === 'pause' ? pause(id, actor) : remove(id, 'keep', actor));
    await read(2);
    const states: object = what === 'pause' ? { paused: 1 } : {};
    expect(await toldIn(actor)).toEqual({ answer: [], status: [], states });
  });

  test('of whoever runs the bot is told to every server, and one server’s own to no other', async () => {
    const actor = { ...OPERATOR_ACTOR, nowMs: us.now() };
    const { id } = await us.addFeed(feed, actor, { name: 'Shared', publisher: 'Shared' });
    await us.readAll();
    const { actor: one } = await anActor('Own');
    fail();
    await read(2);
    expect((await toldIn(one)).answer).toEqual(['Own', 'Shared']);
    expect(await toldIn(us.moderator())).toEqual({ answer: ['Shared'], status: ['Shared 2'], states: { active: 1 } });
    await us.sitrep.app.sources.remove(id, 'keep', actor);
  });

  test('for good is said to be gone', async () => {
    const { actor } = await anActor('The Post');
    fail(410);
    await read(3);
    expect(await toldIn(actor)).toEqual({ answer: ['The Post'], status: ['The Post 1'], states: { gone: 1 } });
  });

  test('is counted in the measures', async () => {
    const count = async (result: string): Promise<number> => {
      const all = (await us.sitrep.measures()).find(({ name }) => name === 'sitrep_feed_readings_total');
      return all?.samples.find(({ labels }) => labels?.result === result)?.value ?? Number.NaN;
    };
    await anActor('The Post');
    const before = await count('failed');
    fail();
    await read(2);
    expect(await count('failed')).toBe(before + 2);
  });
});
