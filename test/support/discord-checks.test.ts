import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attachmentFaults, attachmentWarnings } from './discord/check/attachments.ts';
import { tooManyBytes } from './discord/check/components.ts';
import { invalidForm } from './discord/check/fault.ts';
import { mentionWarnings, messageFaults } from './discord/check/message.ts';
import { button, closed, layout, row, text, V2 } from './discord/examples.ts';
import { LAYOUTS } from './discord/layout-examples.ts';
import { CHANNEL, MESSAGES } from './discord/message-examples.ts';
import { readSchemas, schemaFaults } from './discord/openapi.ts';
import { CALLBACKS, COMMANDS } from './discord/request-examples.ts';

const EXAMPLES = [...MESSAGES, ...LAYOUTS, ...CHANNEL, ...COMMANDS, ...CALLBACKS];

test.each(EXAMPLES)('$name → $code', ({ body, faults, code }) => {
  expect(faults(body).map((each) => each.code)).toEqual(code === null ? [] : expect.arrayContaining([code]));
});

const OPENAPI = new URL('../../../shared/discord-openapi.json', import.meta.url);
const there = existsSync(OPENAPI);
describe.skipIf(!there)(
  `Discord's own description${there ? '' : ' (skipped: ../shared/discord-openapi.json is not there)'}`,
  () => {
    const schemas = there ? readSchemas(OPENAPI) : {};
    test.each(EXAMPLES)('agrees on $name', ({ schema, body, bySchema }) => {
      const faults = schemaFaults(schemas, schema, JSON.parse(JSON.stringify(body)));
      expect(faults.length > 0, faults.join('\n')).toBe(bySchema);
    });
  },
);

test.each([
  { name: 'Latin', content: 'x'.repeat(4_000), dies: false },
  { name: 'Cyrillic', content: 'ж'.repeat(4_000), dies: false },
  { name: 'three bytes each, just enough', content: '戦'.repeat(3_386), dies: false },
  { name: 'three bytes each, one too many', content: '戦'.repeat(3_387), dies: true },
])('4,000 characters or fewer may still be too many bytes: $name', ({ content, dies }) => {
  expect(tooManyBytes([text(content)])).toBe(dies);
});

test.each([
  { name: 'mentions left open', body: { content: 'x' }, codes: ['MENTIONS_NOT_EMPTIED'] },
  { name: 'mentions closed', body: { content: '@everyone <@1>', ...closed }, codes: [] },
  { name: 'everyone', body: { content: '@everyone' }, codes: ['MENTIONS_NOT_EMPTIED', 'WOULD_PING'] },
  { name: 'everyone, escaped', body: { content: '\\@everyone @\u200beveryone' }, codes: ['MENTIONS_NOT_EMPTIED'] },
  {
    name: 'in a text display',
    body: { flags: V2, components: [text('<@&12>')], allowed_mentions: { parse: ['roles'] } },
    codes: ['MENTIONS_NOT_EMPTIED', 'WOULD_PING'],
  },
  {
    name: 'a person named',
    body: { content: '<@1>', allowed_mentions: { parse: [], users: ['1'] } },
    codes: ['WOULD_PING'],
  },
  {
    name: 'another than the person named',
    body: { content: '<@2>', allowed_mentions: { parse: [], users: ['1'] } },
    codes: [],
  },
  { name: 'nothing shown yet', body: { flags: 64 }, codes: [] },
])('$name: $codes', ({ body, codes }) => {
  expect(mentionWarnings(body, true).map(({ code }) => code)).toEqual(codes);
});

describe('the files of a message', () => {
  const upload = (name: string, index = 0) => ({ index, name, type: 'image/png', bytes: new Uint8Array(1) });
  const kept = { id: '77', filename: 'old.png' };
  const shows = (...names: readonly string[]) =>
    layout({ type: 12, items: names.map((name) => ({ media: { url: `attachment://${name}` } })) });

  test.each([
    { name: 'shown', uploads: [upload('a.png')], body: { ...shows('a.png'), attachments: [{ id: 0 }] }, codes: [] },
    {
      name: 'shown under another name',
      uploads: [upload('a.png')],
      body: { ...shows('b.png'), attachments: [{ id: 0 }] },
      codes: ['UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', 'ATTACHMENT_NOT_SHOWN'],
    },
    {
      name: 'not shown',
      uploads: [upload('a.png')],
      body: { ...layout(text('a')), attachments: [{ id: 0 }] },
      codes: ['ATTACHMENT_NOT_SHOWN'],
    },
    { name: 'not listed', uploads: [upload('a.png')], body: shows('a.png'), codes: ['ATTACHMENT_NOT_LISTED'] },
    {
      name: 'listed and not sent',
      uploads: [],
      body: { ...layout(text('a')), attachments: [{ id: 0 }] },
      codes: ['ATTACHMENT_NOT_FOUND'],
    },
    { name: 'of before, left unsaid', uploads: [], body: layout(text('a')), codes: ['ATTACHMENT_NOT_SHOWN'] },
    { name: 'of before, let go', uploads: [], body: { ...layout(text('a')), attachments: [] }, codes: [] },
    {
      name: 'of before, kept and shown',
      uploads: [],
      body: { ...shows('old.png'), attachments: [{ id: '77' }] },
      codes: [],
    },
    {
      name: 'of before, shown and let go',
      uploads: [],
      body: { ...shows('old.png'), attachments: [] },
      codes: ['UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    },
    {
      name: 'eleven',
      uploads: Array.from({ length: 11 }, (_, at) => upload(`${at}.png`, at)),
      body: shows(...Array.from({ length: 11 }, (_, at) => `${at}.png`)),
      codes: ['BASE_TYPE_BAD_LENGTH', ...Array.from({ length: 11 }, () => 'ATTACHMENT_NOT_LISTED')],
    },
  ])('$name: $codes', ({ uploads, body, codes }) => {
    const before = [kept];
    const found = [...attachmentFaults(body, uploads, before), ...attachmentWarnings(body, uploads, before)];
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});

test('faults become the tree that Discord answers with', () => {
  const faults = messageFaults(layout(row(button({ label: 'x'.repeat(81) }))), 'reply', false);
  expect(invalidForm(faults)).toEqual({
    code: 50_035,
    message: 'Invalid Form Body',
    errors: {
      components: {
        0: {
          components: {
            0: { label: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 80 or fewer in length.' }] } },
          },
        },
      },
    },
  });
});
