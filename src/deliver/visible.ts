/** Marks stacked on one letter: no orthography needs more, and a flood of them paints over the lines around. */
const MARKS_ON_A_LETTER = 4;
/** Longer runs without a place to break are no words of any language; they push a message's layout apart. */
const WORD_CHARS = 100;

/** Format characters that are seen: signs that enclose or precede the numbers after them (Unicode, Prepended_Concatenation_Mark). */
const SEEN_FORMAT = '\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}';
/** Zero-width joiners and the emoji selector: spelling needs them in some places, and only there are they kept. */
const CONDITIONAL = '\\u200C\\u200D\\uFE0F';
const WHITE = '\\t\\n\\v\\f\\r\\x85';
const INVISIBLE = new RegExp(
  `[[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}]--[${WHITE}${CONDITIONAL}${SEEN_FORMAT}]]`,
  'gv',
);

/** Scripts whose spelling uses joiners between letters: https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters */
const JOINING = [
  'Arab',
  'Syrc',
  'Mong',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
];
const JOINED = `[${JOINING.map((script) => `\\p{Script=${script}}`).join('')}]`;
const EMOJI_END = '(?:\\p{Extended_Pictographic}\\uFE0F?|\\p{Emoji_Modifier})';
const KEPT_JOINER = `(?<=${JOINED})[\\u200C\\u200D](?=${JOINED})|(?<=${EMOJI_END})\\u200D(?=\\p{Extended_Pictographic})|(?<=\\p{Extended_Pictographic})\\uFE0F|\\uFE0F(?=\\u20E3)`;
const JOINERS = new RegExp(`(${KEPT_JOINER})|[${CONDITIONAL}]`, 'gu');

const MARK_FLOOD = new RegExp(`(\\p{M}{${MARKS_ON_A_LETTER}})\\p{M}+`, 'gu');
/** A mark with no letter to stand on would stand on what is printed before it. */
const LEADING_MARKS = /^ ?\p{M}+/u;
/** The Braille blank is drawn as a space. */
const SPACES = /[\s\u0085\u2800]+/g;
/** Spaces that keep a number and its unit on one line. */
const TYING_SPACE = /^[\u00A0\u202F]$/;

/** Scripts written without spaces break anywhere. */
const BREAKS_ANYWHERE = ['Hani', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map(
  (script) => `\\p{Script=${script}}`,
);
const GIANT_WORD = new RegExp(`[[\\S]--[${BREAKS_ANYWHERE.join('')}]]{${WORD_CHARS + 1},}`, 'gv');

/**
 * Text that is seen as it is: words of at most 100 Latin or Cyrillic letters, digits and usual signs, with single spaces
 * between. Nearly all text is; the expressions above take ten times as long to find nothing in it.
 */
const PLAIN = new RegExp(
  `^ ?(?:[!-~\\u00A1-\\u00AC\\u00AE-\\u02AF\\u0400-\\u0481\\u048A-\\u052F\\u2013\\u2014\\u2018-\\u201E\\u2026\\u20AC\\u20B4\\u2116]{1,${WORD_CHARS}}(?:[ \\u00A0\\u202F]|$))*$`,
);

/**
 * What a reader sees of a text: one line, without direction marks, zero-width, control and other invisible characters;
 * runs of white space are one space, floods of combining marks end after four, and words of over 100 characters
 * after 99 and an ellipsis. Never throws.
 */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(JOINERS, '$1')
    .replace(SPACES, (space) => (TYING_SPACE.test(space) ? space : ' '))
    .replace(LEADING_MARKS, '')
    .replace(MARK_FLOOD, '$1')
    .replace(GIANT_WORD, cutWord);
}

/** At most `chars` UTF-16 units of what a reader sees of a text, an ellipsis at its end where it was cut. */
export function visibleCut(text: string, chars: number): string {
  const visible = visibleText(text).trim();
  if (visible.length <= chars) return visible;
  return `${visible
    .slice(0, chars - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

function cutWord(word: string): string {
  const kept = [...word].slice(0, WORD_CHARS - 1).join('');
  return `${kept.replace(/[\u200C\u200D]+$/, '')}…`;
}
