import { expect, test } from 'vitest';
import { checkStarters } from '../../src/cli/check-starters.ts';
import type { SourceCheck } from '../../src/domain/source-view.ts';

const starter = (name: string) => ({
  ...{ url: `https://${name}.example/rss`, name, publisher: name, language: 'en', ownership: null, isFollowed: false },
  crisis: { en: 'Floods', uk: 'Повені' },
});

test('says of each feed of the starter list whether it works, has moved or cannot be read', async () => {
  const results: Readonly<Record<string, SourceCheck['result']>> = {
    'https://one.example/rss': { ok: true, value: { items: 12, newestAtMs: Date.UTC(2026, 0, 2), movedTo: null } },
    'https://two.example/rss': { ok: true, value: { items: 3, newestAtMs: null, movedTo: 'https://new.example/rss' } },
    'https://three.example/rss': { ok: false, error: { kind: 'fetch', failure: { kind: 'gone' } } },
  };
  const { out, status } = await checkStarters({
    starters: async () => ['one', 'two', 'three'].map(starter),
    checkFeed: async (url) => results[url] ?? Promise.reject(new Error(`${url} is not asked for here`)),
  });
  const [one, two, three, end] = out.split('\n');
  expect(one).toBe('one <https://one.example/rss>: 12 items, the newest of 2 January 2026');
  expect(two).toBe('two <https://two.example/rss>: 3 items; has moved to https://new.example/rss');
  expect(three).toMatch(/^three <https:\/\/three\.example\/rss>: cannot be read: .*410/);
  expect([end, status]).toEqual(['', 1]);
});
