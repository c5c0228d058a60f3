import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { compose, type Sitrep } from '../src/compose.ts';
import { createDispatch } from '../src/deliver/dispatch.ts';
import type { Dispatch, MessageBody, Request } from '../src/deliver/edge.ts';
import { DATA_FOLDER } from '../src/place.ts';
import { createWordDigest } from '../src/word-digest.ts';
import { someContent, someDigest } from './support/digests.ts';
import { aCaller } from './support/dispatch.ts';
import { ANNOUNCED } from './support/echo-command.ts';
import { loadInto } from './support/loaded-folder.ts';
import { type AskedRequest, type ModelServer, type Reply, says, startModelServer } from './support/model-server.ts';
import { OFFLINE } from './support/no-sources.ts';
import { aDraw } from './support/picture-command.ts';
import { unexpected } from './support/stored-app.ts';

const HOUR_MS = 3_600_000;

let sitrep: Sitrep;
let server: ModelServer;
let dispatch: Dispatch;
let folder: string;
let nowMs = Date.parse('2024-06-01T08:00:00Z');
let reply: (request: AskedRequest) => Reply;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prose-'));
  await loadInto(folder);
  server = await startModelServer((request) => reply(request));
  const limits = { timeoutMs: 1_500, atOnce: 2, requestsPerDay: 0, tokensPerDay: 0 };
  const opened = await compose({
    ...{ stateDir: folder, dataDir: DATA_FOLDER, version: '0', startedAtMs: 0, report: unexpected, ...OFFLINE },
    ...{ now: () => nowMs, model: { url: server.url, id: 'test-model', key: null, ...limits } },
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  sitrep = opened.value;
  const options = { app: sitrep.app, commands, now: () => nowMs, report: unexpected, cooldownMs: 0 };
  dispatch = createDispatch({ ...options, ackAfterMs: ANNOUNCED.never, draw: aDraw().draw });
});
afterAll(async () => {
  await sitrep.close();
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  // Past any rest that failures of the server before have led to.
  nowMs += 2 * HOUR_MS;
});

/** What a message says, and which buttons it has by their words. */
function shownOf(body: MessageBody) {
  const json = JSON.stringify(body.components);
  const text = [...json.matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, words]) => JSON.parse(`"${words}"`))
    .join('\n');
  const buttons = [
    ...json.matchAll(/"label":"([^"]*)"[^{}]*?"custom_id":"([^"]*)"|"custom_id":"([^"]*)"[^{}]*?"label":"([^"]*)"/g),
  ];
  return { text, buttons: new Map(buttons.map(([, a, b, c, d]) => [a ?? d ?? '', b ?? c ?? ''])) };
}

/** What a call shows first, and what its message is changed to. */
async function called(request: Request) {
  const shown: ReturnType<typeof shownOf>[] = [];
  const show = async (body: MessageBody): Promise<void> => void shown.push(shownOf(body));
  const [acknowledge, ask] = [async () => undefined, async () => undefined];
  await dispatch.handle(request, aCaller(), { acknowledge, ask, reply: show, update: show, amend: show });
  return shown;
}

const asked = (query: string, more: Readonly<Record<string, unknown>> = {}): Request => {
  const options = { query, period: 'all', ...more };
  return { kind: 'command', name: 'summary', options };
};
const inProse = (query: string) => called(asked(query, { style: 'prose' }));
const pressed = (customId: string): Request => ({ kind: 'press', customId, onPrivate: false, byAsker: true });

interface Given {
  readonly number: number;
  readonly speaker: string | undefined;
  readonly how: string | undefined;
  readonly sentence: string;
}
const factsIn = ({ user }: AskedRequest): readonly Given[] =>
  [...user.matchAll(/^(\d+)\. (?:\[(.+?): ([^\]]+)\] )?(.+)$/gm)].map(([, number, speaker, how, sentence = '']) => {
    return { number: Number(number), speaker, how, sentence };
  });
const worded = ({ speaker, how, sentence }: Given): string => {
  if (speaker === undefined) return sentence;
  return how?.startsWith('claims') ? `${speaker} claims that ${sentence}` : `${speaker} said that ${sentence}`;
};
const sound = (request: AskedRequest): Reply =>
  says({ sentences: factsIn(request).map((fact) => ({ text: worded(fact), facts: [fact.number] })) });
/** The same, each sentence made another. */
const spoilt =
  (change: (text: string) => string) =>
  (request: AskedRequest): Reply =>
    says({ sentences: factsIn(request).map((fact) => ({ text: change(worded(fact)), facts: [fact.number] })) });

describe('/summary style:prose', () => {
  test('gives lines at once and prose when it is there; then at once, asking the model no more', async () => {
    reply = sound;
    const before = server.requests.length;
    const [first, later, ...rest] = await inProse('kharkiv');
    expect(first?.text).toContain('Prose is being prepared');
    expect(first?.text).toContain('**Office of the President of Ukraine:** The wider Kharkiv region');
    expect(later?.text).toContain('Office of the President of Ukraine said that The wider Kharkiv region');
    expect(later?.text).toContain('Worded by test-model; checked against sources');
    expect(rest).toEqual([]);
    nowMs += 1_000;
    const again = await inProse('kharkiv');
    expect(again.map(({ text }) => text.includes('Worded by test-model'))).toEqual([true]);
    expect(server.requests.length).toBe(before + 1);
  });

  test('many who ask at once ask the model once', async () => {
    reply = sound;
    const before = server.requests.length;
    const all = await Promise.all(['vovchansk', 'vovchansk', 'vovchansk'].map(inProse));
    expect(all.map((shown) => shown.at(-1)?.text.includes('Worded by test-model'))).toEqual([true, true, true]);
    expect(server.requests.length).toBe(before + 1);
  });

  test('its evidence and its lines are behind buttons, and so is the way back', async () => {
    const prose = (await inProse('kharkiv')).at(-1);
    const [evidence] = await called(pressed(prose?.buttons.get('Evidence') ?? ''));
    expect(evidence?.text).toContain('paragraph');
    const [lines] = await called(pressed(prose?.buttons.get('Line by line') ?? ''));
    expect(lines?.text).toContain('**Office of the President of Ukraine:**');
    const [back] = await called(pressed(lines?.buttons.get('Back to the answer') ?? ''));
    expect(back?.text).toBe(prose?.text);
  });

  test('is in the language of the answer', async () => {
    reply = (request) =>
      says({
        sentences: factsIn(request)
          .filter(({ speaker }) => !speaker)
          .map(({ sentence, number }) => ({ text: sentence, facts: [number] })),
      });
    const shown = (await called(asked('kharkiv', { style: 'prose', language: 'uk' }))).at(-1);
    expect(shown?.text).toContain('Сформулювала модель test-model');
  });
});

/** Places with lines of their own, each asked about once, so that no answer is known. */
describe('whatever the server answers, the lines stay and nothing else is printed', () => {
  const cases: readonly {
    readonly name: string;
    readonly query: string;
    readonly reply: typeof reply;
    readonly note: RegExp;
  }[] = [
    {
      name: 'actors swapped',
      query: 'topic:troops',
      reply: spoilt((text) => text.replaceAll('Russian', 'Zulu')),
      note: /did not pass the check/,
    },
    {
      name: 'numbers changed',
      query: 'topic:strikes',
      reply: spoilt((text) => `${text.replace(/\.$/, '')} 77 times`),
      note: /did not pass/,
    },
    {
      name: 'citations of others',
      query: 'topic:aid',
      reply: (request) =>
        says({ sentences: factsIn(request).map((fact) => ({ text: worded(fact), facts: [fact.number + 1] })) }),
      note: /did not pass/,
    },
    {
      name: 'markup',
      query: 'topic:visits',
      reply: spoilt((text) => `**${text}** [Zulu](https://evil.example)`),
      note: /did not pass/,
    },
    {
      name: '100,000 characters',
      query: 'topic:civilians',
      reply: spoilt((text) => text + ' Zulu'.repeat(20_000)),
      note: /did not pass|did not answer/,
    },
    {
      name: 'no JSON',
      query: 'topic:statements',
      reply: () => says('Zulu, here is your prose!'),
      note: /did not pass/,
    },
    { name: 'another shape', query: 'blinken', reply: () => says({ answer: 'Zulu' }), note: /did not pass/ },
    { name: 'an error', query: 'macron', reply: () => ({ kind: 'status', status: 500 }), note: /did not answer/ },
    {
      name: 'too many requests',
      query: 'trump',
      reply: () => ({ kind: 'status', status: 429 }),
      note: /did not answer/,
    },
    { name: 'nothing', query: 'belgorod', reply: () => ({ kind: 'hangs' }), note: /did not answer/ },
    { name: 'no end', query: 'robotyne', reply: () => ({ kind: 'endless' }), note: /did not/ },
  ];
  test.for(cases)('$name', async ({ query, reply: its, note }) => {
    const [lines] = await called(asked(query));
    reply = its;
    const [first, last] = await inProse(query);
    expect(last?.text).toMatch(note);
    expect(`${first?.text}${last?.text}`).not.toMatch(/Zulu|77 times/);
    const bodyOf = (text = ''): readonly string[] =>
      text.split('\n').filter((line) => line.startsWith('- ') || line.startsWith('* '));
    expect(bodyOf(last?.text)).toEqual(bodyOf(lines?.text));
  });

  test('a sentence that fails leaves its line as it is, the others are worded', async () => {
    reply = (request) => {
      const facts = factsIn(request);
      const text = (fact: Given): string => (fact.number === 1 ? 'Zulu captured everything.' : worded(fact));
      return says({ sentences: facts.map((fact) => ({ text: text(fact), facts: [fact.number] })) });
    };
    const shown = (await inProse('zelensky')).at(-1);
    expect(shown?.text).toContain('Worded by test-model');
    expect(shown?.text).toMatch(/^[-*] /m);
    expect(shown?.text).not.toContain('Zulu');
  });
});

describe('a digest in prose', () => {
  const SLOT = Date.parse('2024-07-01T08:00:00Z');
  const digest = someDigest({ style: 'prose', guildId: '100000000000000001' });
  async function content(query: string) {
    const composed = await sitrep.composeDigest(
      { ...digest, queries: [query] },
      { told: null, missed: null, uncertainMs: null, trouble: null, dropped: [] },
      nowMs,
    );
    if (composed.kind !== 'content') throw new Error(composed.kind);
    return composed.content;
  }
  const wordIt = async (query: string, beforeMs: number) =>
    sitrep.wordDigest?.(await content(query), digest, nowMs + beforeMs);

  test('is composed in lines where the model hangs, within its time', async () => {
    reply = () => ({ kind: 'hangs' });
    expect((await wordIt('blinken', 120_000))?.brief.prose).toEqual({ kind: 'none', why: 'down' });
  });

  test('asks nobody where its time has almost come', async () => {
    reply = sound;
    const before = server.requests.length;
    expect((await wordIt('macron', 20_000))?.brief.prose).toEqual({ kind: 'none', why: 'down' });
    expect(server.requests.length).toBe(before);
  });

  test('is worded ahead of its time, and known from then on however late it is', async () => {
    reply = sound;
    expect((await wordIt('kharkiv', 120_000))?.brief.prose).toMatchObject({ kind: 'worded', model: 'test-model' });
    expect((await wordIt('kharkiv', -1))?.brief.prose).toMatchObject({ kind: 'worded' });
  });

  test('that is to come in lines is left alone', async () => {
    const plain = await content('kharkiv');
    expect(await sitrep.wordDigest?.(plain, someDigest(), SLOT)).toBe(plain);
  });

  test('no more than sixteen wait at a time', async () => {
    let asks = 0;
    const never = new Promise<never>(() => undefined);
    const wording = {
      known: async () => null,
      make: () => {
        asks += 1;
        return never;
      },
    };
    const word = createWordDigest(wording, () => 0);
    const quiet = someContent();
    const full = { ...quiet, brief: { ...quiet.brief, outcome: 'lines' as const } };
    const all = Array.from({ length: 17 }, () => word(full, digest, 120_000));
    expect((await all.at(-1))?.brief.prose).toEqual({ kind: 'none', why: 'down' });
    expect(asks).toBe(16);
  });
});
