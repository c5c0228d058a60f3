import { fold } from './fold.ts';

/** Languages of one script, by the words and letters that tell them apart. */
export interface ScriptProfile {
  readonly script: RegExp;
  readonly languages: readonly string[];
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly letters: ReadonlyMap<string, readonly string[]>;
}

interface Described {
  readonly language: string;
  readonly script: string;
  readonly letters: string;
  readonly words: readonly string[];
}

/** As much of a text is looked at where it begins and again in its middle. */
const SAMPLE_CHARS = 1_000;
/** Every so many letters one is asked for its script. */
const SCRIPT_STEP = 7;
/** Share of words that have to be frequent ones of a language. */
const LEAST_SHARE = 0.08;
/** One in so many letters being its own counts as much as all words being frequent ones. */
const LETTER_WEIGHT = 10;
const LETTER = /\p{L}/gu;
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;

export const profilesOf = (languages: readonly Described[]): readonly ScriptProfile[] =>
  [...Map.groupBy(languages, ({ script }) => script)].map(([script, of]) => ({
    script: new RegExp(`^\\p{Script=${script}}`, 'u'),
    languages: of.map(({ language }) => language),
    words: indexOf(of, ({ words }) => words.map(fold)),
    letters: indexOf(of, ({ letters }) => [...letters]),
  }));

function indexOf(
  languages: readonly Described[],
  signs: (one: Described) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const pairs = languages.flatMap((one) => signs(one).map((sign) => ({ sign, language: one.language })));
  return new Map(
    [...Map.groupBy(pairs, ({ sign }) => sign)].map(([sign, of]) => [sign, of.map(({ language }) => language)]),
  );
}

/**
 * BCP 47 primary subtag of the language that most of a text is in, by script, frequent words and letters.
 * @returns `und` where there is too little of it or no language fits
 */
export function languageOf(text: string, profiles: readonly ScriptProfile[]): string {
  const middle = Math.max(SAMPLE_CHARS, Math.floor(text.length / 2));
  const sample = fold(`${text.slice(0, SAMPLE_CHARS)} ${text.slice(middle, middle + SAMPLE_CHARS)}`);
  const letters = sample.match(LETTER) ?? [];
  const profile = mainScript(letters, profiles);
  const [only, ...others] = profile?.languages ?? [];
  if (profile === null || only === undefined) return 'und';
  return others.length === 0 ? only : best(sample.match(WORD) ?? [], letters, profile);
}

/** The script that most letters are of; null where there is none or it is not known. */
function mainScript(letters: readonly string[], profiles: readonly ScriptProfile[]): ScriptProfile | null {
  const asked = letters.filter((_, at) => at % SCRIPT_STEP === 0);
  const found = asked.map((letter) => profiles.find(({ script }) => script.test(letter)) ?? null);
  const [most] = [...Map.groupBy(found, (profile) => profile)].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}

function best(words: readonly string[], letters: readonly string[], profile: ScriptProfile): string {
  const scores = new Map<string, number>();
  const count = (signs: readonly string[], index: ScriptProfile['words'], weight: number): void => {
    for (const sign of signs)
      for (const language of index.get(sign) ?? [])
        scores.set(language, (scores.get(language) ?? 0) + weight / signs.length);
  };
  count(words, profile.words, 1);
  count(letters, profile.letters, LETTER_WEIGHT);
  const [first] = [...scores].sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] < LEAST_SHARE ? 'und' : first[0];
}
