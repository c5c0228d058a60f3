import { describe, expect, test } from 'vitest';
import type { Token } from '../../../src/extract/document.ts';
import { createFramesLexicon } from '../../../src/extract/frames/lexicon.ts';
import { matchEntries } from '../../../src/extract/frames/match.ts';

/** Words as they are written, each with its lemma behind a slash where that differs. */
function tokensOf(text: string): readonly Token[] {
  return text.split(' ').map((word, at) => {
    const [written = '', lemma = written.toLowerCase()] = word.split('/');
    return { text: written, lower: written.toLowerCase(), lemma, pos: 'X', start: at, end: at + 1 };
  });
}

function hitsIn(text: string, entries: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const triggers = { aid: {}, move: {}, strike: {}, visit: {}, impact: {} };
  const file = { language: 'en', note: '', classes: entries, items: {}, triggers };
  const { classes } = createFramesLexicon(file, (word) => word);
  return matchEntries(tokensOf(text), classes).map(({ at, key, tag }) => `${at} ${key} ${tag}`);
}

describe('an entry', () => {
  test.for([
    { name: 'of one word is found by its lemma', text: 'They pulled/pull back', words: ['pull'], hits: ['1 pull t'] },
    { name: '… or as it is written', text: 'The wounded/wound slept', words: ['wounded'], hits: ['1 wounded t'] },
    { name: '… whatever its case', text: 'Seized/seize again', words: ['Seize'], hits: ['0 Seize t'] },
    { name: '… and not inside a word', text: 'The pullover', words: ['pull'], hits: [] },
    { name: '… and not twice where lemma and word are one', text: 'pull', words: ['pull'], hits: ['0 pull t'] },
    { name: 'stands at each of its words', text: 'a raid and a raid', words: ['raid'], hits: ['1 raid t', '4 raid t'] },
    { name: 'of two words needs both', text: 'they pull in', words: ['pull out'], hits: [] },
    { name: '… one after the other', text: 'pulled/pull them out', words: ['pull out'], hits: [] },
    { name: '… and is found then', text: 'pulled/pull out', words: ['pull out'], hits: ['0 pull out t'] },
    { name: '… not over the end', text: 'out they pull', words: ['pull out'], hits: [] },
    { name: 'with a gap is found without words in it', text: 'pull out', words: ['pull~out'], hits: ['0 pull~out t'] },
    { name: '… with some', text: 'pull its last few men out', words: ['pull~out'], hits: ['0 pull~out t'] },
    { name: '… not with many', text: 'pull a b c d e f out', words: ['pull~out'], hits: [] },
    { name: '… only in its order', text: 'out they pull', words: ['pull~out'], hits: [] },
    {
      name: '… of three words too',
      text: 'take it under full control',
      words: ['take~under~control'],
      hits: ['0 take~under~control t'],
    },
    {
      name: 'inside another is found beside it',
      text: 'cease fire',
      words: ['cease fire', 'fire'],
      hits: ['0 cease fire t', '1 fire t'],
    },
  ])('$name', ({ text, words, hits }) => {
    expect(hitsIn(text, { t: words })).toEqual(hits);
  });

  test('may have several tags', () => {
    expect(hitsIn('a rocket', { weapon: ['rocket'], vehicle: ['rocket'] })).toEqual([
      '1 rocket weapon',
      '1 rocket vehicle',
    ]);
  });

  test('is brought into the form of the tagger, word by word', () => {
    const triggers = { aid: {}, move: { advance: ['moves ahead'] }, strike: {}, visit: {}, impact: {} };
    const lexicon = createFramesLexicon({ language: 'en', note: '', classes: {}, items: {}, triggers }, (word) =>
      word.replace(/s$/, ''),
    );
    expect(matchEntries(tokensOf('it move ahead'), lexicon.triggers.move)).toEqual([
      { at: 1, key: 'moves ahead', tag: 'advance' },
    ]);
  });
});
