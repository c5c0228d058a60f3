import { type Fact, type Facts, LINES_PER_SENTENCE, type ProseSentence, SENTENCE_CHARS } from '../domain/prose.ts';
import { tokensOf } from './tokens.ts';
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

/** Letters, digits and the marks of plain sentences: nothing that a platform reads as markup, link or mention, that nobody sees, or that a reader sees and no check. */
const PLAIN = /^[\p{L}0-9 .,;:'’ʼ()%\p{Sc}–—«»“”-]+$/u;
/** Marks that say something by themselves: a word in doubt between apostrophes, a pause, a heading, brackets around nothing. */
const TELLING_MARKS = /(?<![\p{L}0-9])['’ʼ]|\.\.|:(?!\d)|\([^\p{L}0-9]*\)|[,;–—-]\s*(?:[.,;]|$)/u;
const QUOTED = /[«“][^«»“”]*[»”]|[«»“”]/gu;
const LINK = /https?:|www\.|\p{L}\.\p{L}{2,}\/|\/\//iu;
/** Words in capitals that are no short abbreviation, and figures that are thousands to one reader and fractions to another. */
const AS_WRITTEN = /\p{Lu}{4,}|\d[.,]\d{3}(?!\d)/gu;
/** Full stops that end no sentence: of "U.S.", and of a year in Ukrainian. */
const DOTTED = /(?:^|\s)(?:\p{Lu}\.){2,}(?=\s|$)|(?<=\d )р\./gu;
const ENDED = /[.!?]\s+\p{Lu}/u;

/** Holds a sentence against the facts that it cites. Never throws; linear in a text that is too long. */
export function checkSentence({ text, facts: cited }: GivenSentence, known: Facts, words: ProseWords): CheckedSentence {
  const sentence = text.length > SENTENCE_CHARS ? '' : text.trim().normalize('NFC');
  if (!isPlain(sentence)) return { ok: false, error: 'form' };
  const facts = [...new Set(cited)].map((number) => known.facts[number - 1]);
  const there = facts.filter((fact) => fact !== undefined);
  if (there.length === 0 || there.length < facts.length || there.length > LINES_PER_SENTENCE)
    return { ok: false, error: 'citation' };
  const stands = (words: string): boolean =>
    there.some((fact) => [fact.sentence, ...fact.speaker].some((text) => text.includes(words)));
  const isQuoted = [...sentence.matchAll(QUOTED)].every(([quote]) => quote.length > 1 && stands(quote));
  if (!isQuoted || ![...sentence.matchAll(AS_WRITTEN)].every(([word]) => stands(word)))
    return { ok: false, error: 'wording' };
  if (!saysAll(sentence.replace(/[.]$/, ''), there, { words, names: known.names }))
    return { ok: false, error: 'wording' };
  return { ok: true, value: { text: sentence, lines: there.map(({ line }) => line) } };
}

/** One sentence in plain marks. */
const isPlain = (text: string): boolean =>
  text !== '' &&
  PLAIN.test(text) &&
  !TELLING_MARKS.test(text) &&
  !LINK.test(text) &&
  !ENDED.test(text.replace(DOTTED, ' ')) &&
  text.isWellFormed();

/** What stands before a part of a sentence. */
interface Before {
  readonly fact: Fact;
  /** What joins the part to it. */
  readonly joint: string;
}

/** Whether it falls into parts of which each words one of the facts, and every fact is worded. */
function saysAll(text: string, facts: readonly Fact[], held: Held, before: Before | null = null): boolean {
  const [first, ...others] = facts;
  if (first === undefined) return false;
  if (others.length === 0) return isPart(text, first, { before, joint: null }, held);
  const cuts = partings(text, held.words);
  if (cuts.length > PARTINGS_AT_MOST) return false;
  return facts.some((fact) => {
    const rest = facts.filter((one) => one !== fact);
    return cuts.some(
      ({ head, joint, tail }) =>
        isPart(head, fact, { before, joint }, held) && saysAll(tail, rest, held, { fact, joint }),
    );
  });
}

/** Sentences with more places where a line may end are not read. */
const PARTINGS_AT_MOST = 8;

/** What stands on either side of a part: null where the sentence begins, or ends. */
interface Sides {
  readonly before: Before | null;
  readonly joint: string | null;
}

/** Whether a part of a sentence words a fact, with nothing said by somebody of another part, or of something named there. */
function isPart(text: string, fact: Fact, { before, joint }: Sides, held: Held): boolean {
  const { words } = held;
  if (before === null) {
    // Behind all but a full joint, what is said at the end of the part before is said of what follows too.
    const stands = joint === null || words.file.fullJoints.includes(joint) ? 'anywhere' : 'first';
    return isWordingOf(text, fact, held, stands);
  }
  if (isSameSpeaker(before.fact, fact)) return isWordingOf(text, fact, held, 'anywhere') || isGoingOn(text, fact, held);
  const isFull = words.file.fullJoints.includes(before.joint);
  const isTold = fact.telling !== 'plain';
  if (!isFull && before.fact.telling !== 'plain' && (!isTold || before.fact.telling === 'denied')) return false;
  return !refersBack(fact, words) && isWordingOf(text, fact, held, 'first');
}

/** What begins with "that" goes on with what the speaker of the part before it says. */
function isGoingOn(text: string, fact: Fact, held: Held): boolean {
  const that = held.words.file.that.find((word) => text.startsWith(`${word} `));
  return that !== undefined && isWordingOf(text.slice(that.length + 1), { ...fact, telling: 'plain' }, held, 'first');
}

const refersBack = ({ sentence }: Fact, words: ProseWords): boolean =>
  tokensOf(sentence, words).some(({ text }) => words.pronouns.has(text));

const isSameSpeaker = (a: Fact, b: Fact): boolean =>
  a.speaker.length > 0 && a.telling === b.telling && a.speaker.join() === b.speaker.join();

/** A sentence cut in two where one line may end and the next begin. */
interface Parting {
  readonly head: string;
  readonly joint: string;
  readonly tail: string;
}

function partings(text: string, { file }: ProseWords): readonly Parting[] {
  return file.joints.flatMap((joint) => {
    const parts = text.split(joint);
    return parts.slice(1).map((_, nth) => {
      const [head, tail] = [parts.slice(0, nth + 1), parts.slice(nth + 1)];
      return { head: head.join(joint), joint, tail: tail.join(joint) };
    });
  });
}
