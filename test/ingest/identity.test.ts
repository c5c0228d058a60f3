import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Article, ArticleId } from '../../src/domain/article.ts';
import { addressKey, articleId, articleOf } from '../../src/ingest/identity.ts';
import { BODY, read } from './support.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const URL_ = 'https://news.example/2024/05/15/bridge';

describe('the key of an address', () => {
  test.for([
    'http://news.example/a/b',
    'https://www.news.example/a/b/',
    'https://news.example/a/b#comments',
    'https://news.example/a/b?utm_source=x&fbclid=y',
    'https://NEWS.example/a/b',
  ])('%s is that of the page', (url) => {
    expect(addressKey(url)).toBe('news.example/a/b');
  });

  test.for([
    ['https://news.example/a?id=1', 'https://news.example/a?id=2'],
    ['https://news.example/a', 'https://news.example/A'],
  ])('%s is another page', ([one = '', other = '']) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  test('does not depend on the order of parameters', () => {
    expect(addressKey('https://news.example/?b=1&a=2')).toBe(addressKey('https://news.example/?a=2&b=1'));
  });
});

describe('an article', () => {
  test('is made of a reading that has all it needs', () => {
    const reading = read(BODY.join('\n'), { title: 'Bridge closed', publisher: 'Example News', url: URL_ });
    const article = articleOf(reading, hash);
    expect(article.ok && Article.parse(article.value)).toMatchObject({
      title: 'Bridge closed',
      published: { at: '2024-05-15', basis: 'url' },
      text: { sha256: hash(reading.text), chars: reading.text.length },
    });
  });

  test('keeps its id when its text changes, unless it has no address', () => {
    const ids = (url: string | null) => ['a text', 'another'].map((text) => articleId({ url, text }, hash));
    expect([new Set(ids(URL_)).size, new Set(ids(null)).size]).toEqual([1, 2]);
    expect([...ids(URL_), ...ids(null)].every((id) => ArticleId.safeParse(id).success)).toBe(true);
  });

  test('is refused with all that is missing', () => {
    const error = { kind: 'incomplete', missing: ['title', 'publisher', 'url'] };
    expect(articleOf(read(BODY.join('\n')), hash)).toEqual({ ok: false, error });
  });
});
