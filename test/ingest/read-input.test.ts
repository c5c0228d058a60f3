import { describe, expect, test } from 'vitest';
import { describeFailure } from '../../src/ingest/failure.ts';
import type { Input } from '../../src/ingest/input.ts';
import { readInput } from '../../src/ingest/read-input.ts';
import { publishedOn } from '../../src/ingest/reading.ts';
import { BODY, lexicon } from './support.ts';

const TEXT = BODY.join('\n\n');
const input = (kind: Input['kind'], body: Input['body']) => readInput({ kind, body, url: null }, lexicon);
const json = (value: unknown) => input('json', JSON.stringify(value));

describe('a plain text', () => {
  test.for([
    { name: 'blanks around it', text: `\n \t${TEXT}  \n\n` },
    { name: 'line ends of Windows', text: TEXT.replaceAll('\n', '\r\n') },
    { name: 'a byte order mark', text: `\ufeff${TEXT}` },
    { name: 'signs outside the basic plane', text: `😀 ${TEXT}` },
    { name: 'half a sign', text: `\ud83d ${TEXT}` },
    { name: 'letters with combining marks', text: `Вели\u0301кий ${TEXT}` },
  ])('with $name is kept exactly', ({ text }) => {
    expect(input('txt', text)).toMatchObject({ ok: true, value: { text } });
  });

  test('in bytes is decoded with its mark kept, so that offsets count it', () => {
    const text = `\ufeff${TEXT} Київ`;
    expect(input('txt', new TextEncoder().encode(text))).toMatchObject({ ok: true, value: { text } });
  });

  test('in UTF-16 is told by its mark', () => {
    const text = `\ufeff${TEXT}`;
    expect(input('txt', new Uint8Array(Buffer.from(text, 'utf16le')))).toMatchObject({ ok: true, value: { text } });
  });

  test.for([
    { name: 'nothing', body: '', kind: 'empty' },
    { name: 'figures alone', body: '12 345\n--', kind: 'empty' },
    { name: 'a picture', body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), kind: 'undecodable' },
    { name: 'control characters', body: '\u0000\u0001'.repeat(50), kind: 'binary' },
    { name: 'more than a megabyte', body: 'a '.repeat(600_000), kind: 'too-large' },
    { name: 'more bytes than are looked at', body: new Uint8Array(5_242_881), kind: 'too-large' },
  ])('of $name is refused', ({ body, kind }) => {
    expect(input('txt', body)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('a page in bytes', () => {
  test('is decoded by the charset it names', () => {
    const words = 'Мост закрыли во вторник утром, и он откроется через три недели, сообщил глава области.';
    const bytes = [...words].map((c) => (c < '\u0400' ? c.charCodeAt(0) : c.charCodeAt(0) - 0x0410 + 0xc0));
    const html = [...'<meta charset="windows-1251"><p>'].map((c) => c.charCodeAt(0));
    expect(input('html', Uint8Array.from([...html, ...bytes]))).toMatchObject({
      ok: true,
      value: { text: words, language: 'ru' },
    });
  });

  test('that lies about its charset is taken for UTF-8', () => {
    const bytes = new TextEncoder().encode(`<meta charset="shift_jis"><p>${BODY[0]} Київ чекає на міст.</p>`);
    expect(input('html', bytes)).toMatchObject({ ok: true, value: { text: `${BODY[0]} Київ чекає на міст.` } });
  });
});

describe('an article in JSON', () => {
  test('brings what is known of it', () => {
    const given = {
      title: 'Bridge closed',
      publisher: 'Example News',
      url: 'https://news.example/b',
      language: 'en-GB',
    };
    expect(json({ ...given, published: '2024-05-15T23:30:00-05:00', raw_text: TEXT, cluster: 7 })).toMatchObject({
      ok: true,
      value: { ...given, language: 'en', text: TEXT, published: { at: '2024-05-15T23:30:00-05:00', basis: 'stated' } },
    });
  });

  test('may leave all but its text out, or say null', () => {
    expect(json({ text: TEXT, title: null, date: null, url: null })).toMatchObject({
      ok: true,
      value: { text: TEXT, title: null, published: null, url: null, language: 'en' },
    });
  });

  test('may hold a page', () => {
    expect(json({ html: `<p>${BODY[0]}</p>`, title: 'Bridge closed' })).toMatchObject({
      ok: true,
      value: { text: `Bridge closed\n\n${BODY[0]}`, titleSpan: { start: 0, end: 13 } },
    });
  });

  test.for([
    { given: { date: '2024-05-15' }, day: '2024-05-15' },
    { given: { published: '2024-05-15T23:30:00-05:00' }, day: '2024-05-15' },
    { given: { date: '15 May 2024' }, day: '2024-05-15' },
    { given: { url: 'https://news.example/2024/05/15/b' }, day: '2024-05-15' },
    { given: {}, day: null },
  ])('is published on the day that is given: $given', ({ given, day }) => {
    const reading = json({ ...given, text: TEXT });
    expect(reading.ok && publishedOn(reading.value)).toBe(day);
  });

  test.for([
    { name: 'no JSON', body: '{"text": ', says: 'is not valid JSON' },
    { name: 'a list', body: '[]', says: 'expected object' },
    { name: 'no text', body: '{"title": "x"}', says: 'needs one of raw_text, text and html' },
    { name: 'a text that is none', body: '{"text": 7}', says: 'text: ' },
    { name: 'an address of another scheme', body: '{"text": "x", "url": "ftp://x.example"}', says: 'url: ' },
    { name: 'a date that is none', body: '{"text": "x", "date": "soon"}', says: 'date: must be a date' },
    {
      name: 'a language that is none',
      body: '{"text": "x", "language": "English"}',
      says: 'language: must be a language tag',
    },
    { name: 'an empty text', body: '{"text": " "}', says: 'holds no text' },
  ])('with $name is refused in words', ({ body, says }) => {
    const reading = input('json', body);
    expect(reading.ok ? '' : describeFailure(reading.error)).toContain(says);
  });
});
