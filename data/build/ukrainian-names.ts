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

/** Letters of other Cyrillic alphabets, and what gives a Belarusian name away. */
const NOT_UKRAINIAN = /[^А-ЩЬЮЯЄІЇҐа-щьюяєіїґ’ -]|дз[іеєяю]|[сц]к(?:[ -]|$)/;
const UKRAINIAN_ONLY = /[їєґщ]|[сцз]ьк|и.*і|і.*и/i;

/**
 * Which of a place's names, given without a language, is Ukrainian: one with what only Ukrainian has, else one with an і
 * (of several the one with most о, which Belarusian writes а), else one word that reads the same in Ukrainian and Russian.
 * Null where none is there: a Russian name is never passed off as Ukrainian.
 */
export function ukrainianNameOf(alternatives: readonly string[]): string | null {
  const names = alternatives
    .map((n) => n.replaceAll("'", '’'))
    .filter((n) => /^[А-ЯЄІЇҐ]/.test(n) && !NOT_UKRAINIAN.test(n));
  const likely = names.filter((n) => /[іїєґ]|[сцз]ьк/i.test(n)).sort((a, b) => count(b, /о/gi) - count(a, /о/gi));
  return names.find((n) => UKRAINIAN_ONLY.test(n)) ?? likely[0] ?? names.find((n) => !/[ие ]/i.test(n)) ?? null;
}

const count = (name: string, letter: RegExp): number => name.match(letter)?.length ?? 0;

/** A Russian or Ukrainian name in plain Latin letters, to compare spellings with. */
export const latinised = (name: string): string => letters(name.toLowerCase(), RUSSIAN_ONLY, RUSSIAN_ONLY);
