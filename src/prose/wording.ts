import type { Fact, ShortName } from '../domain/prose.ts';
import { isShortened } from './align.ts';
import { type Token, tokensOf } from './tokens.ts';
import { namingSpeaker, type SpeakerStands, withoutSpeaker } from './told.ts';
import { asActive, inOwnVoice } from './voice.ts';
import type { ProseWords } from './words.ts';

/** What a sentence may be held against. */
export interface Held {
  readonly words: ProseWords;
  readonly names: readonly ShortName[];
}

/** Whether a sentence, or a part of one, says what a line says and nothing else: with its speaker, in its order, in its words. */
export function isWordingOf(text: string, fact: Fact, { words, names }: Held, stands: SpeakerStands): boolean {
  const line = tokensOf(shortened(fact.sentence, names), words);
  const told = { ...fact, speaker: [...new Set(fact.speaker.flatMap((name) => [name, shortened(name, names)]))] };
  if (marksIn(text) > Math.max(...[fact.sentence, ...fact.speaker.map((name) => fact.sentence + name)].map(marksIn)))
    return false;
  return withoutDate(shortened(text, names), fact, words).some((said) =>
    withoutSpeaker(tokensOf(said, words), told, words, stands)
      .flatMap((rest) => [rest, ...namingSpeaker(rest, line, told, words)])
      .some(
        (rest) =>
          (!fact.isUndone || saysStage(rest, words)) &&
          agreeInTime(rest, line, { words, isTold: fact.telling !== 'plain' }) &&
          saysSame(rest, line, words),
      ),
  );
}

/** Marks that part a sentence in two, or say something beside it. */
const marksIn = (text: string): number => text.match(/[;()—–]/g)?.length ?? 0;

/** Whether it says of something that it has not happened, or not yet. */
export const saysStage = (tokens: readonly Token[], { stages }: ProseWords): boolean =>
  tokens.some(({ text }) => stages.has(text));

const shortened = (text: string, names: readonly ShortName[]): string =>
  names.reduce((known, { whole, short }) => known.replaceAll(whole, short), text);

const saysSame = (said: readonly Token[], line: readonly Token[], words: ProseWords): boolean =>
  [[said, line] as const, ...withoutMoved(said, line, words)].some(([a, b]) => saysInOrder(a, b, words));

/** In the same voice, or in the other. */
function saysInOrder(said: readonly Token[], line: readonly Token[], words: ProseWords): boolean {
  if (isShortened(inOwnVoice(said, words), inOwnVoice(line, words), words, false)) return true;
  const [turned, active] = [asActive(said, words), asActive(line, words)];
  const lines = [
    inOwnVoice(line, words),
    ...active.filter(({ hasNoActor }) => !hasNoActor).map(({ tokens }) => tokens),
  ];
  return (
    turned.some((one) => lines.some((each) => isShortened(one.tokens, each, words, one.hasNoActor))) ||
    turned.some((one) =>
      active.some((each) => each.hasNoActor && isShortened(one.tokens, each.tokens, words, false)),
    ) ||
    lines.slice(1).some((each) => isShortened(inOwnVoice(said, words), each, words, false))
  );
}

/** What is now is not told as what was, nor the other way round; what somebody says may stand one step further back. */
function agreeInTime(
  said: readonly Token[],
  line: readonly Token[],
  { words: { file }, isTold }: { readonly words: ProseWords; readonly isTold: boolean },
): boolean {
  const { present, past, perfect, pluperfect, does, did } = file.tenses;
  const has = (tokens: readonly Token[], forms: readonly string[]): boolean =>
    tokens.some(({ kind, text }) => kind !== 'word' && forms.includes(text));
  const adds = (forms: readonly string[]): boolean => has(said, forms) && !has(line, forms);
  if (adds(present) || adds(does) || (adds(perfect) && has(line, pluperfect))) return false;
  if (isTold && !has(said, past)) return true;
  return !(adds(past) && has(line, present)) && !(adds(did) && has(line, does)) && (isTold || !adds(pluperfect));
}

/** Longest phrase that may stand elsewhere. */
const MOVED_AT_MOST = 7;

/** Both without a phrase of place or time that stands at one end of what is said, and at the other of the line. */
function withoutMoved(
  said: readonly Token[],
  line: readonly Token[],
  words: ProseWords,
): readonly (readonly [readonly Token[], readonly Token[]])[] {
  return said.flatMap((token, at) => {
    if (token.kind !== 'preposition' || !words.movable.has(token.text)) return [];
    const there = line.flatMap(({ text }, index) => (text === token.text ? [index] : []));
    const [from] = there;
    if (from === undefined || there.length > 1) return [];
    return lengthsOf(said, at, line, from).flatMap((length) => {
      const crossed = at === 0 ? line.slice(0, from) : line.slice(length);
      const isAtEnds = at === 0 ? from + length === line.length : from === 0 && at + length === said.length;
      if (!isAtEnds || from === at || !mayBeCrossed(crossed, words)) return [];
      return [[without(said, at, length), without(kept(line, from - 1), from, length)] as const];
    });
  });
}

/** Whether a phrase belongs to all of this clause on whichever side of it it stands: nothing in the clause may claim it. */
const mayBeCrossed = (clause: readonly Token[], words: ProseWords): boolean =>
  clause.some(({ surface }) => words.isLocated(surface.toLowerCase())) &&
  clause.every(({ kind, text }, at) => {
    if (kind !== 'preposition') return kind !== 'break';
    const isInfinitive = text === words.file.infinitive && words.isLocated(clause[at + 1]?.surface.toLowerCase() ?? '');
    return isInfinitive || words.file.particles.includes(text);
  });

/** What a phrase may belong to is not left out where the phrase stands elsewhere. */
const kept = (line: readonly Token[], before: number): readonly Token[] =>
  line.map((token, at) => (at === before ? { ...token, isMarked: true } : token));

/** How many words from two places on are the same, each length from two. */
function lengthsOf(a: readonly Token[], at: number, b: readonly Token[], from: number): readonly number[] {
  let same = 0;
  while (same < MOVED_AT_MOST && a[at + same] !== undefined && a[at + same]?.text === b[from + same]?.text) same++;
  return Array.from({ length: Math.max(0, same - 1) }, (_, index) => index + 2);
}

const without = (tokens: readonly Token[], at: number, length: number): readonly Token[] => [
  ...tokens.slice(0, at),
  ...tokens.slice(at + length),
];

/** A sentence as it is, and without the date of its line where it has that at an end at which it belongs to all of it. */
function withoutDate(text: string, { date }: Fact, words: ProseWords): readonly string[] {
  if (date === null) return [text];
  const forms = datesLike(date).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  // "since 10 May" holds its own word; no other may stand before it, nor "since" before a date that something happened on.
  const { datesAfter } = words.file;
  const before = datesAfter.length === 0 || /^\p{Ll}/u.test(date) ? '' : `(?:(?:${datesAfter.join('|')}) )?`;
  const told = `${before}(?:${forms.join('|')})`;
  const first = new RegExp(`^${told},?(?![\\p{L}\\p{N}])`, 'iu');
  const last = new RegExp(`(?<![\\p{L}\\p{N}])${told}$`, 'iu');
  return [
    text,
    ...[first, ...(mayBeCrossed(tokensOf(text.replace(last, ''), words), words) ? [last] : [])].flatMap((at) =>
      at.test(text) ? [text.replace(at, ' ').trim()] : [],
    ),
  ];
}

/** "10 May 2024" as "May 10, 2024", and both without the year. */
function datesLike(date: string): readonly string[] {
  const [, before = '', day, month, year] = /^(\p{Ll}+ )?(\d{1,2}) (\p{L}+) (\d{4})(?: р\.)?$/u.exec(date) ?? [];
  if (day === undefined) return [date];
  return [date, `${before}${month} ${day}, ${year}`, `${before}${day} ${month}`, `${before}${month} ${day}`];
}
