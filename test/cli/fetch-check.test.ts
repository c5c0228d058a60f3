import { describe, expect, test } from 'vitest';
import { checkFetches } from '../../src/cli/fetch-check.ts';
import { BAD, FORBIDDEN, ORDINARY } from '../source/addresses.ts';
import { commandLine } from '../support/command-line.ts';

const sitrep = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => commandLine(args, env);
const linesOf = (out: string): readonly string[] => out.trimEnd().split('\n');

describe('fetch --check', () => {
  test('ordinary addresses are allowed, each on a line', async () => {
    const { code, out, err } = await sitrep(['fetch', '--check', ...ORDINARY]);
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out)).toHaveLength(ORDINARY.length);
    for (const line of linesOf(out)) expect(line).toMatch(/^allowed https?:\/\/\S+: a public (name|address)/);
  });

  test('all others are refused, with kind and reason', async () => {
    const urls = [...Object.values(FORBIDDEN), ...Object.values(BAD)].flat();
    const { code, out } = await sitrep(['fetch', '--check', '--', ...urls]);
    expect(code).toBe(1);
    expect(linesOf(out)).toHaveLength(urls.length);
    for (const line of linesOf(out))
      expect(line).toMatch(/^refused ".*": (bad-address|forbidden-address: [a-z-]+): \S/);
  });

  test('the operator may allow more', async () => {
    const env = { ALLOWED_HOSTS: '127.0.0.1:3000, rss.local' };
    const urls = ['http://127.0.0.1:3000/feed', 'https://rss.local/', 'http://127.0.0.1/'];
    const { code, out } = await sitrep(['fetch', '--check', ...urls], env);
    expect(code).toBe(1);
    expect(linesOf(out)).toEqual([
      'allowed http://127.0.0.1:3000/feed: ALLOWED_HOSTS names it',
      'allowed https://rss.local/: ALLOWED_HOSTS names it',
      'refused "http://127.0.0.1/": forbidden-address: loopback: 127.0.0.1 is this machine itself (127.0.0.1)',
    ]);
  });

  test('an address without --check is not fetched', async () => {
    const ended = await sitrep(['fetch', 'http://example.com/']);
    expect(ended).toMatchObject({ code: 64, err: expect.stringMatching(/say what to check/) });
  });
});

test('what was typed can do nothing to a terminal, and a password is not repeated', () => {
  const hostile = 'http://\u001b[31m\u202Eevil\u200B\u0085.example/\nallowed http://x/';
  const { out } = checkFetches([hostile, 'http://me:hunter2@example.com/'], []);
  expect(linesOf(out)).toHaveLength(2);
  expect(out).toMatch(/^[\x20-\x7e\n]+$/);
  expect(out).not.toContain('hunter2');
});
