import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelWords } from '../../src/render/model-words.ts';
import type { Actor } from '../../src/sources/contract.ts';
import { type ModelServer, type Reply, says, startModelServer } from '../support/model-server.ts';
import { rssOf, type SourcedSitrep, sourcedSitrep } from '../support/sourced-sitrep.ts';

const REPORT =
  'Antony Blinken arrived in Kyiv on Wednesday. The Russian army withdrew from Kherson. Rescue workers searched the rubble of a printing house through the night, and nobody knew when they would be done.';
const WITHDRAWAL = {
  ...{ type: 'move', sentence: 2, quote: 'The Russian army withdrew from Kherson', speaker: null, epi: 'asserted' },
  ...{ realis: 'actual', negated: false, date: null, count: null },
  ...{ actor: 'The Russian army', action: 'withdraw', place: ['Kherson'] },
};

let server: ModelServer;
let us: SourcedSitrep;
let reply: Reply = says({ claims: [WITHDRAWAL] });

beforeAll(async () => {
  server = await startModelServer(() => reply);
  us = await sourcedSitrep(['paper.example'], {
    ...{ url: server.url, id: 'test-model', key: null, timeoutMs: 20_000, atOnce: 1 },
    ...{ requestsPerDay: 100, tokensPerDay: 0 },
  });
}, 60_000);
afterAll(async () => {
  await us.close();
  await server[Symbol.asyncDispose]();
});

/** Brings one article of a feed; `also` stands in its text. @returns its claims as they are stored */
async function brought(path: string, actor: Actor, also: string, engine?: 'llm' | 'local') {
  const feed = us.at('paper.example', path);
  const link = us.at('paper.example', `${path}/report`);
  us.put(feed, { body: rssOf(us.at('paper.example', '/'), [{ id: path, link, text: `${REPORT} ${also}` }]) });
  const source = await us.addFeed(feed, actor, engine && { engine });
  await us.readAll();
  const [id] = await us.sitrep.claims.articleIds(actor.scope);
  const stored = id === undefined ? null : await us.sitrep.claims.file(actor.scope, id);
  return { source, claims: stored?.file.claims ?? [] };
}

test('articles of a source that moderators did not choose for it are not sent to the model', async () => {
  const { claims } = await brought('/local', us.moderator(), 'One.');
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.filter(({ engine }) => engine !== undefined)).toEqual([]);
  expect(server.requests).toEqual([]);
});

test('those of one that they chose are read with it, and what it said is kept with its name', async () => {
  const { claims, source } = await brought('/read', us.moderator(), 'Two.', 'llm');
  expect(source.engine).toBe('llm');
  expect(server.requests).toHaveLength(1);
  expect(claims.find(({ type }) => type === 'move')).toMatchObject({
    mode: 'structured',
    engine: 'test-model',
    actor: 'RU',
  });
  expect(claims.some(({ type, engine }) => type === 'visit' && engine === undefined)).toBe(true);
});

test('where it fails, they are read without it', async () => {
  reply = { kind: 'status', status: 401 };
  const { claims } = await brought('/failing', us.moderator(), 'Three.', 'llm');
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.filter(({ engine }) => engine !== undefined)).toEqual([]);
});

test('moderators change it, see it and find it in the log', async () => {
  const actor = us.moderator();
  const { source } = await brought('/changed', actor, 'Four.');
  const edited = await us.sitrep.app.sources.edit(source.id, { engine: 'llm' }, actor);
  expect(edited).toMatchObject({ ok: true, value: { engine: 'llm' } });
  const [deed] = await us.sitrep.app.sources.deeds(actor.scope, 1);
  expect(deed?.detail).toBe('engine: local → llm');
  expect(await us.sitrep.app.sources.edit(source.id, { engine: 'llm' }, actor)).toMatchObject({ ok: false });
});

test('/status says what the model was used for and what came of it', async () => {
  const status = await us.sitrep.app.status({ guildId: null });
  expect(status.model).toMatchObject({ id: 'test-model', requests: 2, requestsPerDay: 100 });
  const text = status.model ? modelWords(status.model, 'en').join(' ') : '';
  expect(text).toContain('Language model test-model, today (UTC): requests 2 of 100');
  expect(text).toContain('questions refused by the server: 1; in our words: 1.');
});
