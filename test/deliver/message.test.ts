import { type APIComponentInContainer, type APIContainerComponent, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutPicture } from '../../src/deliver/illustrate.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import type { Drawn } from '../../src/deliver/pictures.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Action, Block, Page } from '../../src/domain/page.ts';
import { aFile } from '../support/file-command.ts';
import { hostileText } from '../support/hostile-text.ts';
import { aPicture } from '../support/picture-command.ts';

const aPage = (over: Partial<Page> = {}): Page => ({
  language: 'en',
  tone: 'neutral',
  blocks: [],
  actions: [],
  ...over,
});
const say = (kind: Exclude<Block['kind'], 'rule' | 'picture' | 'file'>, text: string): Block => ({
  kind,
  rich: [{ text }],
});
const RULE: Block = { kind: 'rule' };
const press = (action: string, over: Partial<Action> = {}): Action => ({
  action,
  label: 'Press',
  look: 'secondary',
  ...over,
});

const container = (page: Page, drawn: Drawn | null = null): APIContainerComponent =>
  toMessage(page, drawn).components[0] as APIContainerComponent;
const inside = (page: Page, drawn: Drawn | null = null): readonly APIComponentInContainer[] =>
  container(page, drawn).components;
const texts = (page: Page, drawn: Drawn | null = null): readonly string[] =>
  inside(page, drawn).flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []));
const buttons = (page: Page): readonly unknown[] =>
  inside(page).flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []));

describe('a message', () => {
  test('mentions nobody, unfurls nothing and is in Components V2', () => {
    expect(toMessage(aPage())).toMatchObject({ flags: (1 << 15) | (1 << 2), allowed_mentions: { parse: [] } });
  });

  test('joins blocks to one text, apart only where Discord would join them', () => {
    const blocks = [
      say('title', 'T'),
      say('small', 's'),
      say('heading', 'H'),
      say('item', 'a'),
      say('item', 'b'),
      say('paragraph', 'p'),
    ];
    expect(texts(aPage({ blocks }))).toEqual(['## T\n-# s\n### H\n- a\n- b\n\np']);
  });

  test('draws a rule between texts, and none at the ends or beside another', () => {
    const blocks = [RULE, say('paragraph', 'a'), RULE, RULE, say('paragraph', 'b'), RULE];
    expect(inside(aPage({ blocks })).map(({ type }) => type)).toEqual([
      ComponentType.TextDisplay,
      ComponentType.Separator,
      ComponentType.TextDisplay,
    ]);
  });

  test('drops its rules, and no word, when there are more than Discord takes', () => {
    const blocks = Array.from({ length: 25 }, (_, index) => [say('paragraph', `p${index}`), RULE]).flat();
    expect(texts(aPage({ blocks }))).toEqual([Array.from({ length: 25 }, (_, index) => `p${index}`).join('\n\n')]);
  });

  test.for([
    { tone: 'neutral', coloured: false },
    { tone: 'quiet', coloured: true },
    { tone: 'problem', coloured: true },
  ] as const)('a $tone page has an edge of its colour: $coloured', ({ tone, coloured }) => {
    expect('accent_color' in container(aPage({ tone }))).toBe(coloured);
  });

  test('has something to read even for an empty page', () => {
    expect(texts(aPage({ blocks: [say('paragraph', '\u200b')] }))).toEqual(['—']);
  });
});

const DRAWN = { name: 'map-1.png', bytes: new Uint8Array(1) };

describe('a picture', () => {
  const blocks = [say('title', 'T'), aPicture('a map', 'It shows\u202e a map.'), RULE, say('paragraph', 'p')];

  test('stands between the texts, and its file goes along', () => {
    const page = aPage({ blocks });
    expect(inside(page, DRAWN)).toEqual([
      { type: ComponentType.TextDisplay, content: '## T' },
      {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: 'attachment://map-1.png' }, description: 'It shows a map.' }],
      },
      { type: ComponentType.TextDisplay, content: 'p' },
    ]);
    expect(toMessage(page, DRAWN).file).toEqual({ ...DRAWN, type: 'image/png', description: 'It shows a map.' });
  });

  test('that is not drawn leaves the texts as they are', () => {
    expect(texts(aPage({ blocks }))).toEqual(['## T', 'p']);
    expect(toMessage(aPage({ blocks }))).not.toHaveProperty('file');
  });

  test('may be all there is', () => {
    expect(inside(aPage({ blocks: [aPicture('a map')] }), DRAWN)).toMatchObject([{ type: ComponentType.MediaGallery }]);
  });

  test.for([
    { alt: 'я'.repeat(90), chars: 90 },
    { alt: 'дім '.repeat(400), chars: 1_024 },
    { alt: '', chars: 1 },
  ])('has words of $chars characters for who cannot see it', ({ alt, chars }) => {
    const { file } = toMessage(aPage({ blocks: [aPicture('a map', alt)] }), DRAWN);
    expect(file?.description).toHaveLength(chars);
  });

  test('is one alone: two are our own mistake', () => {
    expect(() => toMessage(aPage({ blocks: [aPicture('a'), aPicture('b')] }), DRAWN)).toThrow(RangeError);
  });

  test.for(LANGUAGES)('costs at least what is said in its place, in %s', (language) => {
    const [instead] = withoutPicture(aPage({ language, blocks: [aPicture('a')] }), 'x'.repeat(13)).blocks;
    const { costOf } = DISCORD_PAGE_LIMITS;
    expect(instead && costOf(instead)).toBeLessThanOrEqual(costOf(aPicture('a')));
  });
});

describe('a file', () => {
  test('stands between the texts, by its name, and goes along as it is', () => {
    const page = aPage({ blocks: [say('title', 'T'), aFile('ї,b'), say('paragraph', 'p')] });
    expect(inside(page)).toEqual([
      { type: ComponentType.TextDisplay, content: '## T' },
      { type: ComponentType.File, file: { url: 'attachment://words.csv' } },
      { type: ComponentType.TextDisplay, content: 'p' },
    ]);
    const { file } = toMessage(page);
    expect(file).toMatchObject({ name: 'words.csv', type: 'text/csv; charset=utf-8', description: null });
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('ї,b');
  });

  test('is one alone: a second, or a picture beside it, is our own mistake', () => {
    for (const other of [aFile('b'), aPicture('a map')])
      expect(() => toMessage(aPage({ blocks: [aFile('a'), other] }), DRAWN)).toThrow(RangeError);
  });
});

describe('buttons', () => {
  test('carry their action, look and state', () => {
    const actions = [[press('a:b', { look: 'primary' }), press('a:c', { disabled: true, label: 'Old' })]];
    expect(buttons(aPage({ actions }))).toEqual([
      { type: 2, custom_id: 'a:b', label: 'Press', style: 1 },
      { type: 2, custom_id: 'a:c', label: 'Old', style: 2, disabled: true },
    ]);
  });

  test('that do the same are shown once: Discord refuses a message that repeats an id', () => {
    expect(buttons(aPage({ actions: [[press('a:b'), press('a:b')], [press('a:b')]] }))).toHaveLength(1);
  });

  test('have labels without invisible characters, cut to 80', () => {
    const [button] = buttons(
      aPage({ actions: [[press('a', { label: `\u202e${'я'.repeat(60)} ${'я'.repeat(60)}` })]] }),
    );
    expect(button).toHaveProperty('label', expect.stringMatching(/^я{60} я{18}…$/));
  });

  test.for([
    { name: 'six in a row', actions: [Array.from({ length: 6 }, (_, index) => press(`a:${index}`))] },
    { name: 'six rows', actions: Array.from({ length: 6 }, (_, index) => [press(`a:${index}`)]) },
    { name: 'too long an action', actions: [[press('a'.repeat(101))]] },
    { name: 'an empty action', actions: [[press('')]] },
  ])('$name are our own mistake', ({ actions }) => {
    expect(() => toMessage(aPage({ actions }))).toThrow(RangeError);
  });
});

const kinds = ['title', 'heading', 'paragraph', 'item', 'small', 'quote'] as const;
const text = fc.oneof(
  hostileText,
  fc.string({ unit: fc.constantFrom('я', '城', '_', '😀', 'a '), minLength: 100, maxLength: 900 }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(RULE) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(...kinds),
      rich: fc.array(fc.record({ text, href: fc.constant('https://example.org/a_(b)') }, { requiredKeys: ['text'] }), {
        maxLength: 3,
      }),
    }),
  },
);

/** As many blocks as the limits allow. */
function fitting(blocks: readonly Block[]): readonly Block[] {
  const { budget, blocks: most, costOf } = DISCORD_PAGE_LIMITS;
  const spent = blocks.map((_, index) => blocks.slice(0, index + 1).reduce((sum, one) => sum + costOf(one), 0));
  return blocks.slice(0, most).filter((_, index) => (spent[index] ?? 0) <= budget);
}

const page: fc.Arbitrary<Page> = fc.record({
  language: fc.constant('uk' as const),
  tone: fc.constantFrom('neutral' as const, 'quiet' as const, 'problem' as const),
  blocks: fc.array(block, { maxLength: 60 }).map(fitting),
  actions: fc.array(
    fc.array(
      fc.record({
        action: fc.stringMatching(/^[a-z]{1,4}:.{1,80}$/),
        label: hostileText,
        look: fc.constant('primary' as const),
      }),
      { maxLength: 5 },
    ),
    { maxLength: 5 },
  ),
});

test('a page within the limits gives a message within those of Discord', () => {
  fc.assert(
    fc.property(page, fc.nat(60), fc.boolean(), (bare, at, illustrated) => {
      const one = illustrated ? { ...bare, blocks: bare.blocks.toSpliced(at, 0, aPicture('a map')) } : bare;
      const shown = texts(one, DRAWN);
      const parts = inside(one, DRAWN);
      expect(parts.some(({ type }) => type === ComponentType.MediaGallery)).toBe(illustrated);
      expect(shown.join('').length).toBeLessThanOrEqual(4_000);
      expect(Buffer.byteLength(shown.join('')) + 12 * shown.length).toBeLessThanOrEqual(10_170);
      expect(shown.filter((each) => each === '')).toEqual([]);
      expect(1 + parts.length + buttons(one).length).toBeLessThanOrEqual(40);
    }),
  );
});

test.for<{ block: Block; cost: number }>([
  { block: say('paragraph', 'abc'), cost: 3 },
  { block: say('title', 'abc'), cost: '## abc'.length },
  { block: say('item', 'a*b'), cost: '- a\\*b'.length },
  { block: say('paragraph', 'Харків'), cost: 6 },
  {
    block: { kind: 'small', rich: [{ text: 'a', href: 'https://a.example/' }] },
    cost: '-# [a](<https://a.example/>)'.length,
  },
  { block: say('paragraph', '哈尔科夫'), cost: Math.ceil(12 / 2.4225) },
  { block: RULE, cost: 0 },
])('$block costs $cost, and two for the line ends before it', ({ block: one, cost }) => {
  expect(DISCORD_PAGE_LIMITS.costOf(one)).toBe(cost + 2);
});

test('what a block costs is what it adds to the message, and never nothing', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const cost = blocks.reduce((sum, one) => sum + DISCORD_PAGE_LIMITS.costOf(one), 0);
      const [shown = ''] = texts(aPage({ blocks: blocks.filter(({ kind }) => kind !== 'rule') }));
      expect(shown.length).toBeLessThanOrEqual(Math.max(1, cost));
      for (const one of blocks) expect(DISCORD_PAGE_LIMITS.costOf(one)).toBeGreaterThan(0);
    }),
  );
});
