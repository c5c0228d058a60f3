import { describe, expect, test } from 'vitest';
import { dayOfUrl, daysIn } from '../../src/ingest/calendar.ts';
import { lexicon } from './support.ts';

describe('daysIn', () => {
  test.for([
    { text: 'May 15, 2024', days: ['2024-05-15'] },
    { text: 'Wednesday, 15 May 2024 at 10:30', days: ['2024-05-15'] },
    { text: '15th of May, 2024', days: ['2024-05-15'] },
    { text: 'Sept. 3, 2019', days: ['2019-09-03'] },
    { text: '15 травня 2024 року', days: ['2024-05-15'] },
    { text: '15 мая 2024 г.', days: ['2024-05-15'] },
    { text: '15.05.2024, 20:28', days: ['2024-05-15'] },
    { text: '2024-05-15T10:30', days: ['2024-05-15'] },
    { text: '15/05/2024 and 05/15/2024', days: ['2024-05-15', '2024-05-15'] },
    { text: 'from May 1, 2024 to May 3, 2024', days: ['2024-05-01', '2024-05-03'] },
    { text: '04/05/2024', days: [] },
    { text: 'May 15', days: [] },
    { text: 'February 30, 2024', days: [] },
    { text: '15 May 1824', days: [] },
    { text: 'It may 15, 2024 or more', days: ['2024-05-15'] },
    { text: '155 mm, 2024', days: [] },
  ])('$text', ({ text, days }) => {
    expect(daysIn(text, lexicon.months).map(({ day }) => day)).toEqual(days);
  });

  test('says where the day stands', () => {
    expect(daysIn('on 15 May 2024.', lexicon.months)).toEqual([{ day: '2024-05-15', start: 3, end: 14 }]);
  });
});

describe('dayOfUrl', () => {
  test.for([
    { url: 'https://news.example/2024/05/15/bridge-closed', day: '2024-05-15' },
    { url: 'https://news.example/world/2024/5/7/bridge', day: '2024-05-07' },
    { url: 'https://news.example/world/2024/may/15/bridge', day: '2024-05-15' },
    { url: 'https://news.example/World/2014/0818/Bridge', day: '2014-08-18' },
    { url: 'https://news.example/bridge-closed-2024-05-15', day: '2024-05-15' },
    { url: 'https://news.example/news/20240515/bridge', day: '2024-05-15' },
    { url: 'https://news.example/news/2024/05/bridge', day: null },
    { url: 'https://news.example/story?id=20240515', day: null },
    { url: 'https://news.example/1999120412345/bridge', day: null },
    { url: 'https://2024-05-15.example/bridge', day: null },
  ])('$url', ({ url, day }) => {
    expect(dayOfUrl(url, lexicon.months)).toBe(day);
  });
});
