import { likeness } from './geonames.ts';

/** How Ukrainian names are written in Latin letters: today, in older English texts, and after the Russian name. */

type Table = Readonly<Record<string, string>>;

// biome-ignore format: an alphabet reads better in rows
const COMMON: Table = {
  а: 'a', б: 'b', в: 'v', д: 'd', е: 'e', ж: 'zh', з: 'z', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '',
};
const UKRAINIAN: Table = { ...COMMON, г: 'h', ґ: 'g', и: 'y', і: 'i' };
const AT_START: Table = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
const INSIDE: Table = { є: 'ie', ї: 'i', й: 'i', ю: 'iu', я: 'ia' };
const RUSSIAN: Table = { ...COMMON, ...AT_START, г: 'g', ґ: 'g', и: 'i', і: 'i', ї: 'i', є: 'e' };

const RUSSIAN_ONLY: Table = { ...RUSSIAN, ы: 'y', э: 'e', ё: 'yo', ъ: '' };

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const wordByWord = (name: string, write: (word: string) => string): string =>
  name
    .split(/([ -])/)
    .map((part) => (/^[ -]?$/.test(part) ? part : capitalised(write(part.toLowerCase().replace(/['’]/g, '')))))
    .join('');

const letters = (word: string, first: Table, rest: Table): string =>
  [...word].map((letter, at) => (at === 0 ? first : rest)[letter] ?? letter).join('');

const byTable = (first: Table, rest: Table) => (name: string) =>
  wordByWord(name, (word) =>
    letters(word.replaceAll('зг', 'зgh'), { ...UKRAINIAN, ...first }, { ...UKRAINIAN, ...rest }),
  );

/** The official romanisation: https://zakon.rada.gov.ua/laws/show/55-2010-п */
export const romanise = byTable(AT_START, INSIDE);

/** The habit of many English texts, which write y before a vowel everywhere (Lukyantsi, Kostyantynivka). */
export const romaniseWithY = byTable(AT_START, AT_START);

/** Whole words of names that Russian forms otherwise. */
// biome-ignore format: a dictionary reads better in rows
const WORDS: Table = {
  нова: 'novaya', нове: 'novoye', новий: 'novy', стара: 'staraya', старе: 'staroye', старий: 'stary',
  велика: 'velikaya', велике: 'velikoye', великий: 'veliky', мала: 'malaya', мале: 'maloye', малий: 'maly',
  біла: 'belaya', біле: 'beloye', білий: 'bely', верхня: 'verkhnyaya', верхнє: 'verkhneye', верхній: 'verkhny',
  нижня: 'nizhnyaya', нижнє: 'nizhneye', нижній: 'nizhny',
};

/** Ukrainian endings and what stands for them in spellings taken from Russian; the first that fits. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ївка$/, 'evka'],
  [/(?<=[жчшщ])івка$/, 'evka'],
  [/івка$/, 'ovka'],
  [/(?<=[сц])ьке$/, 'koye'],
  [/(?<=[сц])ький$/, 'ky'],
  [/(?<=[сц])ька$/, 'kaya'],
  [/їв$/, 'ev'],
  [/ів$/, 'ov'],
  [/ове$/, 'ovo'],
  [/еве$/, 'evo'],
  [/(?:ине|їне|іне)$/, 'ino'],
  [/(?<=[бвдзклмнпрст])не$/, 'noye'],
  [/(?<=ц)і$/, 'y'],
  [/пілля$/, 'polye'],
  [/піль$/, 'pol'],
  [/ий$/, 'y'],
];

/** How texts that go by Russian would spell the name in Latin letters, by rule: -ivka/-ovka, h/g, y/i. Not always attested. */
export const formerSpelling = (name: string): string => wordByWord(name, formerWord);

function formerWord(word: string): string {
  const whole = WORDS[word];
  if (whole !== undefined) return whole;
  const [ending, latin] = ENDINGS.find(([pattern]) => pattern.test(word)) ?? [/$/, ''];
  return letters(word.replace(ending, ''), RUSSIAN, RUSSIAN) + latin;
}

/** Letters of other Cyrillic alphabets, a capital inside a word, and what gives a Belarusian name away. */
const NOT_UKRAINIAN = /[^А-ЩЬЮЯЄІЇҐа-щьюяєіїґ’ -]|[а-яєіїґ][А-ЯЄІЇҐ]|дз[іеєяю]|[сц]к(?:[ -]|$)/;
const UKRAINIAN_LETTERS = /[іїєґ]|[сцз]ьк/i;

/**
 * Which of a place's names, given without a language, is Ukrainian, and null where that cannot be told: a Russian or
 * Belarusian name is never passed off as one. One with Ukrainian letters counts where a Russian name says the same (so
 * Belarusian and mistaken ones fall out); without any such, one word that reads the same in Ukrainian and Russian.
 * @param en of several, the one that sounds most like this
 */
export function ukrainianNameOf(alternatives: readonly string[], en: string): string | null {
  const cyrillic = alternatives.map((n) => n.replaceAll("'", '’')).filter((n) => /^[А-ЯЁЄІЇҐ]/.test(n));
  const names = mayBeUkrainian(cyrillic, en);
  const own = names.filter((n) => UKRAINIAN_LETTERS.test(n));
  const told = own.find((n) => cyrillic.some((r) => !UKRAINIAN_LETTERS.test(r) && skeleton(r) === skeleton(n)));
  const [alike] = names.filter((n) => !/[ие ]|ая$/i.test(n));
  return told ?? (own.length === 0 ? (alike ?? null) : null);
}

/** For a place in Ukraine, where what is written in Ukrainian letters needs no second witness. */
export const nameInUkraine = (alternatives: readonly string[], en: string): string | null =>
  ukrainianNameOf(alternatives, en) ?? mayBeUkrainian(alternatives, en).find((n) => UKRAINIAN_LETTERS.test(n)) ?? null;

const mayBeUkrainian = (names: readonly string[], en: string): readonly string[] =>
  names
    .map((n) => n.replaceAll("'", '’'))
    .filter((n) => /^[А-ЯЄІЇҐ]/.test(n) && !NOT_UKRAINIAN.test(n) && likeness(latinised(n), en) >= 0.4)
    .sort((a, b) => rank(b, en) - rank(a, en));

/** Likeness first; then a soft sign, which English leaves out, over none, and г over the rarer ґ. */
const rank = (name: string, en: string): number =>
  likeness(latinised(name), en) + (name.includes('ь') ? 0.01 : 0) - (/ґ/i.test(name) ? 0.02 : 0);

/** A name less all in which Ukrainian and Russian spell the same name differently. */
const skeleton = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[ь’ -]/g, '')
    .replace(/[іїыйи]+/g, 'и')
    .replace(/[єэё]/g, 'е')
    .replace(/ґ/g, 'г');

/** A Russian or Ukrainian name in plain Latin letters, to compare spellings with. */
export const latinised = (name: string): string => letters(name.toLowerCase(), RUSSIAN_ONLY, RUSSIAN_ONLY);
