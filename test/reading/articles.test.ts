import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from '../../src/ingest/plain-text.ts';
import { committedReader, sharedReading } from '../support/committed-knowledge.ts';

const reading = sharedReading();

const TEXT = 'Russian forces captured the town of Vovchansk on Tuesday, the governor said. Two people were killed.';
const known = {
  ...NOTHING_KNOWN,
  title: 'Vovchansk captured',
  publisher: 'Varnik Post',
  published: { at: '2024-05-15', basis: 'stated' as const, note: 'the date that the feed gives' },
};

test('an article comes back as this thread would read it', async () => {
  const read = await reading.article({ text: TEXT, known });
  expect(read).toEqual(committedReader().textReader(TEXT, known));
  expect(read).toMatchObject({ ok: true, value: { isCleaned: true, file: { article: { publisher: 'Varnik Post' } } } });
});

test('a message goes before all articles that wait', async () => {
  const done: string[] = [];
  const article = async (nth: string): Promise<void> => {
    await reading.article({ text: `${TEXT} ${nth}`, known });
    done.push(nth);
  };
  const message = async (): Promise<void> => {
    const { claims } = await reading.message(TEXT, Date.UTC(2024, 4, 15));
    done.push(claims.length > 0 ? 'message' : 'nothing');
  };
  await Promise.all([article('first'), article('second'), article('third'), message()]);
  expect(done).toEqual(['first', 'message', 'second', 'third']);
});

test('what is no text fails alone', async () => {
  const [nothing, article] = await Promise.all(['…', TEXT].map((text) => reading.article({ text, known })));
  expect([nothing?.ok, article?.ok]).toEqual([false, true]);
  expect(nothing).toMatchObject({ error: { kind: 'empty' } });
});
