import { argumentOf, complementsOf, type Spread } from './arguments.ts';
import type { Chunk } from './chunks.ts';
import type { Argument, EventNoun } from './clauses.ts';
import type { Control, OrderGrammar } from './lexicon.ts';
import { chainOf, type Draft, type DraftComplement, rootOf, type State } from './state.ts';
import type { Word } from './words.ts';

/** How a noun phrase stands to the verb that has it. */
interface Governing {
  readonly draft: Draft;
  readonly relation: 'object' | 'complement' | 'subject';
  readonly preposition: string | null;
}

/** The verb of an event noun, not yet an index among the predicates. */
export interface Nominal extends Omit<EventNoun, 'governor' | 'speech'> {
  readonly governing: Draft | null;
}

/** For each noun phrase the verb that has it; as object before complement before subject. */
function governings(drafts: readonly Draft[]): ReadonlyMap<number, Governing> {
  const found = new Map<number, Governing>();
  const add = (
    noun: number | null,
    draft: Draft,
    relation: Governing['relation'],
    preposition: string | null = null,
  ): void => {
    if (noun !== null && !found.has(noun)) found.set(noun, { draft, relation, preposition });
  };
  for (const draft of drafts) add(draft.object, draft, 'object');
  for (const draft of drafts)
    for (const { noun, preposition } of draft.complements) add(noun, draft, 'complement', preposition);
  for (const draft of drafts) add(draft.subject, draft, 'subject');
  return found;
}

/** Nouns that tell of events, with their parts. */
export function nominalsOf(state: State, spread: Spread): readonly Nominal[] {
  const governing = governings(state.drafts);
  return state.chunks.flatMap((chunk, at) => {
    if (chunk.kind !== 'noun') return [];
    const lemma = eventLemma(state, chunk.noun);
    return lemma === null ? [] : [nominalAt(state, spread, at, chunk.noun, lemma, governing)];
  });
}

function eventLemma({ phrases, words, grammar }: State, noun: number): string | null {
  const word = words[phrases[noun]?.head ?? -1];
  if (word === undefined) return null;
  const whole = compoundEndingAt(words, phrases[noun]?.head ?? -1);
  return (
    grammar.eventNouns.get(whole) ??
    grammar.eventNouns.get(word.lower) ??
    grammar.eventNouns.get(word.lemma.toLowerCase()) ??
    null
  );
}

/** The hyphenated word that ends at a word: "cease-fire"; '' where none does. */
function compoundEndingAt(words: readonly Word[], at: number): string {
  const [first, hyphen, last] = [words[at - 2], words[at - 1], words[at]];
  return hyphen?.lower === '-' && hyphen.glued && last?.glued ? `${first?.lower ?? ''}-${last.lower}` : '';
}

function nominalAt(
  state: State,
  spread: Spread,
  at: number,
  noun: number,
  lemma: string,
  governings: ReadonlyMap<number, Governing>,
): Nominal {
  const phrase = state.phrases[noun] ?? { from: 0, to: 0, head: 0, of: null, negated: false };
  const drafts = complementsBehind(state, at);
  const root = rootOf(state, noun);
  const governing = governings.get(root) ?? null;
  const by = drafts.find(({ preposition }) => preposition === 'by');
  return {
    kind: 'noun',
    from: phrase.from,
    to: phrase.to,
    head: phrase.head,
    lemma,
    subject: argumentOf(spread, doerOf(state, governing)),
    object: null,
    agent: argumentOf(spread, by?.noun ?? null),
    possessor: possessorOf(state, spread, noun),
    of: argumentOf(spread, phrase.of),
    complements: complementsOf(spread, drafts),
    negated: chainOf(state, noun).some((above) => state.phrases[above]?.negated) || isWithout(state, at),
    control: controlOf(state, at, noun, governing),
    conditional: governing?.draft.conditional ?? false,
    quoted: governing?.draft.quoted ?? false,
    question: governing?.draft.question ?? false,
    governing: governing?.draft ?? null,
  };
}

const MAX_CHAIN = 6;

/** Prepositions with their noun phrases right behind a noun phrase, up to the next verb or mark. */
function complementsBehind({ chunks, nouns }: State, at: number): readonly DraftComplement[] {
  const found: DraftComplement[] = [];
  let preposition: string | null = null;
  for (let next = at + 1; next < at + 2 * MAX_CHAIN; next += 1) {
    const chunk = chunks[next];
    if (chunk?.kind === 'preposition') preposition = chunk.text;
    else if (chunk?.kind !== 'noun' && chunk?.kind !== 'other') break;
    else if (chunk.kind === 'noun' && nouns[chunk.noun]?.possesses) continue;
    else if (chunk.kind === 'noun' && preposition !== null && preposition !== 'of') {
      found.push({ preposition, noun: chunk.noun, fronted: false });
      preposition = null;
    } else if (chunk.kind === 'noun') preposition = null;
  }
  return found;
}

/** Whose event it is: a possessive, or a name or pronoun before the noun. */
function possessorOf({ phrases, words }: State, spread: Spread, noun: number): Argument | null {
  const phrase = phrases[noun];
  if (phrase === undefined) return null;
  if (phrase.possessor !== null) return argumentOf(spread, phrase.possessor);
  const before = (index: number): Word | undefined => (index < phrase.head ? words[index] : undefined);
  let from = phrase.from;
  while (from < phrase.head && !isName(before(from))) from += 1;
  let to = from;
  while (isName(before(to))) to += 1;
  return to === from ? null : { from, to, head: to - 1, phrase: noun };
}

const isName = (word: Word | undefined): boolean => word?.pos === 'PROPN' || word?.pos === 'PRON';

/** "launched an attack": who does what the verb tells. */
function doerOf({ grammar }: State, governing: Governing | null): number | null {
  if (governing === null || !grammar.light.has(governing.draft.base.lemma)) return null;
  const { draft, relation } = governing;
  if (relation === 'object') return draft.subject;
  const by = draft.complements.find(({ preposition }) => preposition === 'by');
  return relation === 'subject' && draft.passive ? (by?.noun ?? null) : null;
}

const prepositionBefore = ({ chunks }: State, at: number): string | null => {
  const before = chunks[at - 1];
  return before?.kind === 'preposition' ? before.text : null;
};

function isWithout(state: State, at: number): boolean {
  const preposition = prepositionBefore(state, at);
  return preposition !== null && state.grammar.negativePrepositions.has(preposition);
}

/** What is said of the event: by a word inside ("planned visit"), a noun before ("threat of", "plans for"), or its verb. */
function controlOf(state: State, at: number, noun: number, governing: Governing | null): Control | null {
  const { grammar } = state;
  return (
    controlInside(state, noun) ??
    chainOf(state, noun)
      .slice(1)
      .reduce<Control | null>((found, above) => found ?? nounControl(state, above), null) ??
    (prepositionBefore(state, at) === null ? null : nounControl(state, nounOf(state.chunks[at - 2]))) ??
    verbControl(grammar, governing)
  );
}

const nounOf = (chunk: Chunk | undefined): number | undefined => (chunk?.kind === 'noun' ? chunk.noun : undefined);

function controlInside({ phrases, words, grammar }: State, noun: number): Control | null {
  const phrase = phrases[noun];
  for (let at = phrase?.from ?? 0; at < (phrase?.head ?? 0); at += 1) {
    const control = words[at + 1]?.glued ? undefined : grammar.control.get(words[at]?.lower ?? '');
    if (control !== undefined) return control;
  }
  return null;
}

function nounControl({ phrases, words, grammar }: State, noun: number | undefined): Control | null {
  const head = words[phrases[noun ?? -1]?.head ?? -1];
  return head === undefined ? null : (grammar.control.get(head.lemma) ?? null);
}

/** "plans a visit", "called for talks", "the visit was cancelled", "the attack failed". */
function verbControl({ nominalControl }: OrderGrammar, governing: Governing | null): Control | null {
  if (governing === null) return null;
  const { draft, relation, preposition } = governing;
  const verb = draft.particle === null ? draft.base.lemma : `${draft.base.lemma} ${draft.particle}`;
  const control = nominalControl.get(preposition === null ? verb : `${verb} ${preposition}`) ?? null;
  if (relation !== 'subject' || draft.passive) return control;
  return control === 'ongoing' || control === 'refused' ? control : null;
}
