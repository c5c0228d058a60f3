import type { Sentence } from '../document.ts';
import { argumentOf, complementsOf, type Spread, spreadOf } from './arguments.ts';
import { chunksOf } from './chunks.ts';
import type { Argument, Clauses, NounPhrase, Predicate, VerbGroup } from './clauses.ts';
import { joinedCompounds } from './compounds.ts';
import type { OrderGrammar } from './lexicon.ts';
import { nominalsOf } from './nominals.ts';
import { linkedNouns, parentsOf } from './noun-links.ts';
import { quotedWords } from './quotes.ts';
import { readLink } from './read-link.ts';
import { readNoun } from './read-noun.ts';
import { readVerb } from './read-verb.ts';
import { repaired } from './repair.ts';
import type { Draft, State } from './state.ts';
import { type Word, wordsOf } from './words.ts';

/** Takes a sentence apart by the order of its words. Time grows with its length; never throws. */
export function findOrderedClauses(sentence: Sentence, grammar: OrderGrammar): Clauses {
  const state = readSentence(sentence, grammar);
  const spread = spreadOf(state.phrases);
  return {
    nounPhrases: state.phrases,
    predicates: predicatesOf(state, spread),
    phraseOf: phraseOfTokens(sentence.tokens.length, state.phrases),
    verbsBefore: verbsBefore(sentence.tokens.length, state.drafts),
  };
}

function readSentence({ index, tokens }: Sentence, grammar: OrderGrammar): State {
  const words = repaired(joinedCompounds(wordsOf(tokens, grammar)), grammar);
  const quoted = quotedWords(words);
  const chunked = chunksOf(words, grammar);
  const phrases = linkedNouns(chunked, grammar);
  const state: State = {
    ...chunked,
    grammar,
    phrases,
    parents: parentsOf(phrases),
    drafts: [],
    frames: [],
    preposition: null,
    quoted,
    headline: isHeadline(index, words),
  };
  chunked.chunks.forEach((chunk, at) => {
    if (chunk.kind === 'noun') readNoun(state, at, chunk.noun);
    else if (chunk.kind === 'verb') readVerb(state, at, chunk.verb);
    else if (chunk.kind === 'preposition') state.preposition = chunk.text;
    else readLink(state, at, chunk);
  });
  return state;
}

/** Verbs and event nouns in the order of their heads, with what they depend on as indices. */
const TITLE = -1;
const ENDS = new Set(['.', '!', '?', '"']);

const isHeadline = (index: number, words: readonly Word[]): boolean =>
  index === TITLE || !ENDS.has(words.at(-1)?.lower ?? '');

function predicatesOf(state: State, spread: Spread): readonly Predicate[] {
  const nominals = nominalsOf(state, spread);
  const heads = [...state.drafts.map(({ base }) => base.head), ...nominals.map(({ head }) => head)].sort(
    (a, b) => a - b,
  );
  const indexOf = new Map(heads.map((head, index) => [head, index]));
  const ofVerb = (verb: number | null): number | null =>
    verb === null ? null : (indexOf.get(state.verbs[verb]?.head ?? -1) ?? null);
  const verbs = state.drafts.map((draft) => verbGroupOf(state, spread, draft, ofVerb));
  const nouns = nominals.map(({ governing, ...nominal }) => ({
    ...nominal,
    governor: ofVerb(governing?.verb ?? null),
    speech: ofVerb(governing?.speech ?? null),
  }));
  return [...verbs, ...nouns].sort((a, b) => a.head - b.head);
}

type IndexOf = (verb: number | null) => number | null;

function verbGroupOf(state: State, spread: Spread, draft: Draft, ofVerb: IndexOf): VerbGroup {
  const { base, form, passive, particle, control, conditional, relative, quoted, question } = draft;
  const { from, to, head, lemma, tense, perfect, progressive, modal } = base;
  const subject = argumentOf(spread, draft.subject);
  const object = argumentOf(spread, draft.object);
  const complements = complementsOf(spread, draft.complements);
  const by = complements.find(({ preposition }) => preposition === 'by');
  return {
    kind: 'verb',
    ...{ from, to, head, lemma, particle, form, tense, perfect, progressive, passive, modal },
    ...{ subject, object, complements, control, conditional, relative, quoted, question },
    agent: passive && by !== undefined ? by : null,
    negated: draft.negated || deniesPart(state.phrases, subject) || deniesPart(state.phrases, object),
    governor: ofVerb(draft.governor),
    speech: ofVerb(draft.speech),
  };
}

/** "No civilians were killed", "killed no one" */
const deniesPart = (phrases: readonly NounPhrase[], part: Argument | null): boolean =>
  part !== null && (phrases[part.phrase]?.negated ?? false);

function phraseOfTokens(length: number, phrases: readonly NounPhrase[]): readonly number[] {
  const found: number[] = new Array<number>(length).fill(-1);
  phrases.forEach(({ from, to }, index) => {
    found.fill(index, from, to);
  });
  return found;
}

function verbsBefore(length: number, drafts: readonly Draft[]): readonly number[] {
  const heads = new Set(drafts.map(({ base }) => base.head));
  let seen = 0;
  const found = new Array<number>(length).fill(0);
  for (let at = 0; at < length; at += 1) {
    found[at] = seen;
    if (heads.has(at)) seen += 1;
  }
  return found;
}
