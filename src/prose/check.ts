import { type Fact, type Facts, LINES_PER_SENTENCE, type ProseSentence, SENTENCE_CHARS } from '../domain/prose.ts';
import { type Held, isWordingOf } from './wording.ts';
import type { ProseWords } from './words.ts';

/** A sentence as a model gives it: the numbers of the facts that it words, from 1. */
export interface GivenSentence {
  readonly text: string;
  readonly facts: readonly number[];
}

/** Why a sentence is not printed. */
export type SentenceFault =
  /** Empty, too long, or with marks that no sentence of ours has. */
  | 'form'
  /** No fact, one that does not exist, or too many. */
  | 'citation'
  /** It says something else than what it cites. */
  | 'wording';

export type CheckedSentence =
  | { readonly ok: true; readonly value: ProseSentence }
  | { readonly ok: false; readonly error: SentenceFault };

/** Letters, digits and the marks of plain sentences: nothing that a platform reads as markup, link or mention, or nobody sees. */
const PLAIN = /^[\p{L}\p{M}\p{N} .,;:!?'’ʼ()%\p{Sc}–—«»“”-]+$/u;
const QUOTED = /[«“][^«»“”]*[»”]|[«»“”]/gu;
const LINK = /https?:|www\.|\p{L}\.\p{L}{2,}\/|\/\//iu;
/** Full stops that end no sentence: of "U.S.", and of a year in Ukrainian. */
const DOTTED = /(?:^|\s)(?:\p{Lu}\.){2,}(?=\s|$)|(?<=\d )р\./gu;
const ENDED = /[.!?]\s+\p{Lu}/u;

/** Holds a sentence against the facts that it cites. Never throws; linear in a text that is too long. */
export function checkSentence({ text, facts: cited }: GivenSentence, known: Facts, words: ProseWords): CheckedSentence {
  const sentence = text.length > SENTENCE_CHARS ? '' : text.trim();
  if (!isPlain(sentence)) return { ok: false, error: 'form' };
  const facts = [...new Set(cited)].map((number) => known.facts[number - 1]);
  const there = facts.filter((fact) => fact !== undefined);
  if (there.length === 0 || there.length < facts.length || there.length > LINES_PER_SENTENCE)
    return { ok: false, error: 'citation' };
  const isQuoted = (words: string): boolean => there.some((fact) => fact.sentence.includes(words));
  if (![...sentence.matchAll(QUOTED)].every(([quote]) => quote.length > 1 && isQuoted(quote)))
    return { ok: false, error: 'wording' };
  if (!saysAll(sentence.replace(/[.!?]+$/, ''), there, { words, names: known.names }))
    return { ok: false, error: 'wording' };
  return { ok: true, value: { text: sentence, lines: there.map(({ line }) => line) } };
}

/** One sentence in plain marks. */
const isPlain = (text: string): boolean =>
  text !== '' && PLAIN.test(text) && !LINK.test(text) && !ENDED.test(text.replace(DOTTED, ' ')) && text.isWellFormed();

/** Whether it falls into parts of which each words one of the facts, and every fact is worded. */
function saysAll(text: string, facts: readonly Fact[], held: Held, before: Fact | null = null): boolean {
  const [first, ...others] = facts;
  if (first === undefined) return false;
  if (others.length === 0) return isPart(text, first, before, held);
  const cuts = partings(text, held.words);
  if (cuts.length > PARTINGS_AT_MOST) return false;
  return facts.some((fact) => {
    const rest = facts.filter((one) => one !== fact);
    return cuts.some(([head, tail]) => isPart(head, fact, before, held) && saysAll(tail, rest, held, fact));
  });
}

/** Sentences with more places where a line may end are not read. */
const PARTINGS_AT_MOST = 8;

/** What begins with "that" goes on with what the speaker of the part before it says. */
function isPart(text: string, fact: Fact, before: Fact | null, held: Held): boolean {
  if (isWordingOf(text, fact, held)) return true;
  const that = held.words.file.that.find((word) => text.startsWith(`${word} `));
  const isGoingOn = before !== null && before.telling === fact.telling && isSameSpeaker(before, fact);
  if (that === undefined || !isGoingOn) return false;
  return isWordingOf(text.slice(that.length + 1), { ...fact, telling: 'plain' }, held);
}

const isSameSpeaker = (a: Fact, b: Fact): boolean => a.speaker.length > 0 && a.speaker.join() === b.speaker.join();

/** Every way of cutting a sentence in two where one line may end and the next begin. */
function partings(text: string, { file }: ProseWords): readonly (readonly [string, string])[] {
  return file.joints.flatMap((joint) =>
    text
      .split(joint)
      .slice(1)
      .map((_, nth) => {
        const parts = text.split(joint);
        return [parts.slice(0, nth + 1).join(joint), parts.slice(nth + 1).join(joint)] as const;
      }),
  );
}
