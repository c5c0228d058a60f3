import { expect, test } from 'vitest';
import { isSameSite } from '../../src/ingest/same-site.ts';

test.each([
  ['https://news.example/a', 'http://www.news.example/', true],
  ['https://amp.news.example/a', 'https://www.news.example/a', true],
  ['https://news.example/', 'https://world.news.example/a', true],
  ['https://one.co.uk/a', 'https://two.co.uk/a', false],
  ['https://one.com.ua/a', 'https://www.two.com.ua/a', false],
  ['https://one.blogs.example/a', 'https://two.blogs.example/a', false],
  ['https://badnews.example/a', 'https://news.example/a', false],
])('%s and %s: %s', (one, other, isSame) => {
  expect([isSameSite(one, other), isSameSite(other, one)]).toEqual([isSame, isSame]);
});
