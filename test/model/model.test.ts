import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ModelBudget, ModelFailure, ModelQuestion, ModelSettings } from '../../src/domain/model.ts';
import { createModel } from '../../src/model/model.ts';
import { type Reply, says, startModelServer } from '../support/model-server.ts';

const Answer = z.strictObject({ town: z.string() });
const QUESTION: ModelQuestion<z.infer<typeof Answer>> = {
  ...{ system: 'Name the town.', user: 'Where?', schema: Answer, name: 'town', maxOutputTokens: 50 },
};
const GOOD = { town: 'Avdala' };

function settingsOf(url: string, more: Partial<ModelSettings> = {}): ModelSettings {
  const standard = { id: 'test-model', key: 'secret-key', timeoutMs: 20_000, atOnce: 2 };
  return { url, ...standard, requestsPerDay: 0, tokensPerDay: 0, ...more };
}

/** Counts in memory what is booked. */
function aBudget(): ModelBudget & { readonly booked: { requests: number; tokens: number } } {
  const booked = { requests: 0, tokens: 0 };
  return {
    booked,
    book: (tokens, { requestsPerDay }) => {
      if (requestsPerDay > 0 && booked.requests >= requestsPerDay) return false;
      booked.requests += 1;
      booked.tokens += tokens;
      return true;
    },
    correct: (by) => {
      booked.tokens += by;
    },
  };
}

async function asked(replies: readonly Reply[], more: Partial<ModelSettings> = {}, deadlineMs?: number) {
  await using server = await startModelServer(replies);
  const budget = aBudget();
  const model = createModel(settingsOf(server.url, more), budget, () => 0);
  const answer = await model.ask({ ...QUESTION, ...(deadlineMs !== undefined && { deadlineMs }) });
  return { answer, requests: server.requests, booked: budget.booked };
}

const REFUSED: Reply = {
  kind: 'status',
  status: 400,
  body: '{"error":{"message":"response_format is not supported"}}',
};

test.for([
  { name: 'as asked', replies: [says(GOOD)], requests: 1 },
  { name: 'in a fence', replies: [says('```json\n{"town": "Avdala"}\n```')], requests: 1 },
  { name: 'among words', replies: [says('Here you {are}: {"town": "Avdala"} I hope it helps.')], requests: 1 },
  { name: 'behind thoughts', replies: [says('<think>{"town": "Bir"}?</think>{"town": "Avdala"}')], requests: 1 },
  { name: 'mended after it was told what is wrong', replies: [says({ city: 1 }), says(GOOD)], requests: 2 },
  { name: 'after words without JSON', replies: [says('I cannot.'), says(GOOD)], requests: 2 },
  { name: 'by a server that takes no schema', replies: [REFUSED, says(GOOD)], requests: 2 },
  { name: 'by a server that knows no JSON mode', replies: [REFUSED, REFUSED, says(GOOD)], requests: 3 },
  {
    name: 'by a server that calls limits otherwise',
    replies: [
      { kind: 'status', status: 400, body: '{"error":{"message":"Use max_completion_tokens instead."}}' } as const,
      says(GOOD),
    ],
    requests: 2,
  },
  {
    name: 'by a server that failed once',
    replies: [{ kind: 'status', status: 500 } as const, says(GOOD)],
    requests: 2,
  },
  {
    name: 'after the rest that it asked for',
    replies: [{ kind: 'status', status: 429, headers: { 'retry-after': '0' } } as const, says(GOOD)],
    requests: 2,
  },
])('an answer comes $name', async ({ replies, requests: expected }) => {
  const { answer, requests } = await asked(replies);
  expect(answer).toMatchObject({ ok: true, value: { value: GOOD } });
  expect(requests).toHaveLength(expected);
});

const failures: readonly { name: string; reply: Reply; kind: ModelFailure['kind']; deadlineMs?: number }[] = [
  { name: 'what is never mended', reply: says('no'), kind: 'malformed' },
  { name: 'an answer cut off', reply: { kind: 'says', text: '{"town": "Av', cut: true }, kind: 'too-long' },
  { name: 'no answer at all', reply: { kind: 'says', text: '' }, kind: 'malformed' },
  { name: 'a page instead of JSON', reply: { kind: 'raw', type: 'text/html', body: '<html>' }, kind: 'malformed' },
  {
    name: 'JSON that is no completion',
    reply: { kind: 'raw', type: 'application/json', body: '[]' },
    kind: 'malformed',
  },
  { name: 'half of a JSON document', reply: { kind: 'raw', type: 'application/json', body: '{"a' }, kind: 'malformed' },
  { name: 'a wrong key', reply: { kind: 'status', status: 401 }, kind: 'refused' },
  { name: 'an unknown model', reply: { kind: 'status', status: 404 }, kind: 'refused' },
  { name: 'a refusal of every form', reply: { kind: 'status', status: 400 }, kind: 'refused' },
  { name: 'a server that keeps failing', reply: { kind: 'status', status: 503 }, kind: 'server-error' },
  {
    name: 'a long rest',
    reply: { kind: 'status', status: 429, headers: { 'retry-after': '3600' } },
    kind: 'rate-limited',
  },
  { name: 'a broken connection', reply: { kind: 'breaks' }, kind: 'unreachable' },
  { name: 'a body without an end', reply: { kind: 'endless' }, kind: 'too-long' },
  { name: 'another address', reply: { kind: 'redirects', to: 'http://127.0.0.1:9/v1' }, kind: 'refused' },
  { name: 'silence', reply: { kind: 'hangs' }, kind: 'timeout', deadlineMs: 300 },
  { name: 'a body that stops', reply: { kind: 'stalls' }, kind: 'timeout', deadlineMs: 300 },
];

test.for(failures)('$name is $kind', async ({ reply, kind, deadlineMs }) => {
  const { answer } = await asked([reply], {}, deadlineMs);
  expect(answer).toMatchObject({ ok: false, error: { kind } });
});

test('nothing listens there', async () => {
  const server = await startModelServer([says(GOOD)]);
  await server[Symbol.asyncDispose]();
  const answer = await createModel(settingsOf(server.url), aBudget(), () => 0).ask(QUESTION);
  expect(answer).toEqual({ ok: false, error: { kind: 'unreachable' } });
});

test('a connection that nothing more comes from is closed', async () => {
  const server = await startModelServer([{ kind: 'stalls' }]);
  await createModel(settingsOf(server.url), aBudget(), () => 0).ask({ ...QUESTION, deadlineMs: 300 });
  await server.allClosed();
  expect(server.requests).toHaveLength(1);
});

test('the server is asked with schema, limit and key, and told nothing of this machine', async () => {
  const { requests } = await asked([says(GOOD)]);
  expect(requests[0]?.path).toBe('/v1/chat/completions');
  expect(requests[0]?.headers.authorization).toBe('Bearer secret-key');
  expect(Object.keys(requests[0]?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
  expect(requests[0]?.body).toMatchObject({
    model: 'test-model',
    temperature: 0,
    max_tokens: 50,
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'town', schema: { type: 'object', required: ['town'] } },
    },
  });
});

test('no key is sent where there is none', async () => {
  const { requests } = await asked([says(GOOD)], { key: null });
  expect(requests[0]?.headers.authorization).toBeUndefined();
});

test('what a server takes is remembered', async () => {
  await using server = await startModelServer([REFUSED, REFUSED, says(GOOD)]);
  const model = createModel(settingsOf(server.url), aBudget(), () => 0);
  await model.ask(QUESTION);
  await model.ask(QUESTION);
  expect(server.requests).toHaveLength(4);
  expect(server.requests[3]?.body).not.toHaveProperty('response_format');
  expect(server.requests[3]?.body.messages[0]?.content).toContain('JSON schema');
});

test('each request is counted, by what the server says it took, else by its length', async () => {
  const { booked } = await asked([says({}), { kind: 'says', text: JSON.stringify(GOOD), usage: [500, 7] }]);
  expect(booked).toEqual({ requests: 2, tokens: 120 + 507 });
  const uncounted = await asked([{ kind: 'says', text: JSON.stringify(GOOD), usage: null }]);
  expect(uncounted.booked.tokens).toBeGreaterThan(10);
  expect(uncounted.booked.tokens).toBeLessThan(50);
});

test('nothing is sent over the budget', async () => {
  const { answer, requests } = await asked([says('no'), says(GOOD)], { requestsPerDay: 1 });
  expect(answer).toEqual({ ok: false, error: { kind: 'over-budget' } });
  expect(requests).toHaveLength(1);
});

test('so many are asked at once as the settings say, urgent ones before the others', async () => {
  let [now, most] = [0, 0];
  const seen: string[] = [];
  await using server = await startModelServer(({ user }) => {
    seen.push(user);
    now += 1;
    most = Math.max(most, now);
    setImmediate(() => {
      now -= 1;
    });
    return says(GOOD);
  });
  const model = createModel(settingsOf(server.url, { atOnce: 1 }), aBudget(), () => 0);
  const ask = (user: string, isUrgent = false) => model.ask({ ...QUESTION, user, isUrgent });
  await Promise.all([ask('first'), ask('second'), ask('urgent', true)]);
  expect(seen).toEqual(['first', 'urgent', 'second']);
  expect(most).toBe(1);
});

test('a server that keeps failing is left alone for a while', async () => {
  let nowMs = 0;
  await using server = await startModelServer([{ kind: 'status', status: 401 }, { kind: 'hangs' }]);
  const model = createModel(settingsOf(server.url), aBudget(), () => nowMs);
  const ask = () => model.ask({ ...QUESTION, deadlineMs: 50 });
  expect(await ask()).toMatchObject({ error: { kind: 'refused' } });
  for (let nth = 0; nth < 3; nth += 1) expect(await ask()).toMatchObject({ error: { kind: 'timeout' } });
  const before = server.requests.length;
  expect(await ask()).toMatchObject({ error: { kind: 'timeout' } });
  expect(server.requests).toHaveLength(before);
  nowMs = 31_000;
  await ask();
  expect(server.requests.length).toBeGreaterThan(before);
});
