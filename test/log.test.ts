import { expect, test } from 'vitest';
import { loggedError } from '../src/log.ts';

const withFields = (error: Error, fields: object): Error => Object.assign(error, fields);

test('an error keeps its facts and its cause, and never an address or a body', () => {
  const cause = withFields(new RangeError('too far'), {
    afterMs: 3_000,
    url: 'https://discord.com/api/webhooks/1/secret',
  });
  const error = withFields(new Error('refused', { cause }), {
    code: 10062,
    status: 404,
    url: 'https://x/secret',
    requestBody: { json: 'words' },
  });
  const logged = loggedError(error, 4);
  expect(logged).toMatchObject({
    type: 'Error',
    message: 'refused',
    code: 10062,
    status: 404,
    cause: { type: 'RangeError', message: 'too far', afterMs: 3_000 },
  });
  expect(JSON.stringify(logged)).not.toMatch(/secret|words/);
});

test.for([
  { name: 'what is no error', error: 'a word', logged: 'a word' },
  { name: 'nothing', error: undefined, logged: 'undefined' },
])('$name is told as text', ({ error, logged }) => {
  expect(loggedError(error, 4)).toBe(logged);
});

test('causes that go round end', () => {
  const error = new Error('round');
  error.cause = error;
  expect(JSON.stringify(loggedError(error, 3)).match(/round/g)?.length).toBeGreaterThanOrEqual(4);
});
