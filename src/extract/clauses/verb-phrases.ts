import type { OrderGrammar } from './lexicon.ts';
import { joined } from './noun-phrases.ts';
import type { VerbForm, Word } from './words.ts';

/** A main verb with its auxiliaries; not linked to others yet. */
export interface BaseVerb {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly lemma: string;
  readonly particle: string | null;
  /** `loose`: past or participle, only its surroundings tell. */
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle' | 'loose';
  readonly tense: 'past' | 'present' | 'future' | null;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly modal: string | null;
  readonly negated: boolean;
}

const MAX_GROUP = 12;

/** The group of verbs that begins at a word; null where none does. */
export function baseVerbAt(words: readonly Word[], at: number, grammar: OrderGrammar): BaseVerb | null {
  if (!mayStart(words, at)) return null;
  const head = headFrom(words, at);
  const main = words[head];
  if (main === undefined) return null;
  const lead = words.slice(at, head);
  const particle = particleAt(words, head, grammar);
  // "out of" stays whole as a preposition.
  const to =
    head + 1 + (particle === null || grammar.compoundPrepositions.has(joined(words, head + 1, head + 3)) ? 0 : 1);
  const negated = isNegated(words, at, to, grammar);
  return { from: at, to, head, lemma: main.lemma, particle, negated, ...inflection(lead, main, grammar) };
}

function mayStart(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.pos === 'VERB' || word?.pos === 'AUX') return true;
  if (word?.pos !== 'PART') return false;
  const next = words[skipAdverbs(words, at + 1)];
  if (word.lower === 'to') return next?.pos === 'VERB' || next?.pos === 'AUX';
  return word.lower === 'not' && next?.form === 'ing';
}

function skipAdverbs(words: readonly Word[], from: number): number {
  let at = from;
  while (at < from + MAX_GROUP && isInserted(words[at])) at += 1;
  return at;
}

/** What may stand inside a verb group: an adverb, a negation, a quotation mark. */
const isInserted = (word: Word | undefined): boolean =>
  word?.pos === 'ADV' || word?.lower === 'not' || word?.lower === "n't" || word?.lower === '"';

/** The main verb: the first that is no auxiliary, or the last auxiliary. */
function headFrom(words: readonly Word[], from: number): number {
  let head = from;
  for (let at = words[from]?.pos === 'PART' ? skipAdverbs(words, from + 1) : from; at < from + MAX_GROUP; ) {
    const pos = words[at]?.pos;
    if (pos === 'VERB') return at;
    if (pos !== 'AUX') break;
    head = at;
    at = skipAdverbs(words, at + 1);
  }
  return head;
}

function particleAt(words: readonly Word[], head: number, { particles, phrasalVerbs }: OrderGrammar): string | null {
  const word = words[head + 1];
  if (word === undefined || !particles.has(word.lower)) return null;
  const next = words[head + 2]?.pos;
  const governs =
    next === 'DET' ||
    next === 'PROPN' ||
    next === 'NOUN' ||
    next === 'ADJ' ||
    next === 'NUM' ||
    next === 'PRON' ||
    next === 'VERB';
  const phrasal = phrasalVerbs.has(`${words[head]?.lemma ?? ''} ${word.lower}`);
  return phrasal || !governs ? word.lower : null;
}

function isNegated(words: readonly Word[], from: number, to: number, grammar: OrderGrammar): boolean {
  for (let at = Math.max(0, from - 1); at < to; at += 1) if (grammar.negators.has(words[at]?.lower ?? '')) return true;
  const starts = [from - 2, from - 1, from, from + 1].filter((at) => at >= 0 && at < to && mayNegate(words[at]));
  return starts.some((at) => grammar.negativePhrases.has(joined(words, at, at + 2)));
}

/** Verbs and names begin no phrase such as "no longer". */
const mayNegate = (word: Word | undefined): boolean =>
  word?.pos === 'DET' || word?.pos === 'ADV' || word?.pos === 'PART' || word?.pos === 'ADJ';

type Inflection = Pick<BaseVerb, 'form' | 'tense' | 'perfect' | 'progressive' | 'passive' | 'modal'>;

function inflection(lead: readonly Word[], main: Word, grammar: OrderGrammar): Inflection {
  const auxiliaries = lead.filter(({ pos }) => pos === 'AUX' || pos === 'VERB');
  const last = auxiliaries.at(-1);
  const being = last !== undefined && grammar.be.has(last.lower);
  const modal = auxiliaries.find(({ lower }) => grammar.modals.has(lower))?.lower ?? null;
  const having = auxiliaries.some(({ lower }) => grammar.have.has(lower)) && main.form !== 'base';
  const form = verbalForm(lead, auxiliaries, main);
  return {
    form,
    tense: form === 'infinitive' ? null : tenseOf(auxiliaries[0] ?? main, modal, grammar),
    perfect: having,
    progressive: being && main.form === 'ing',
    passive: being && participial(main.form),
    modal,
  };
}

const participial = (form: VerbForm | null): boolean => form === 'either' || form === 'participle';

function verbalForm(lead: readonly Word[], auxiliaries: readonly Word[], main: Word): BaseVerb['form'] {
  if (lead.some(({ lower, pos }) => lower === 'to' && pos === 'PART')) return 'infinitive';
  const first = auxiliaries[0] ?? main;
  if (first.form === 'ing') return 'gerund';
  if (auxiliaries.length > 0 || main.pos === 'AUX') return 'finite';
  if (main.form === 'participle') return 'participle';
  return main.form === 'either' ? 'loose' : 'finite';
}

const PRESENT = new Set(['is', 'are', 'am', "'s", "'re", "'m", 'has', 'have', "'ve", 'do', 'does']);

function tenseOf(first: Word, modal: string | null, grammar: OrderGrammar): BaseVerb['tense'] {
  if (modal !== null) return grammar.modals.get(modal) === 'planned' ? 'future' : 'present';
  if (PRESENT.has(first.lower)) return 'present';
  if (first.pos === 'AUX') return first.form === 'base' || first.form === 'ing' ? null : 'past';
  if (first.form === 'past' || first.form === 'either' || first.form === 'participle') return 'past';
  return first.form === 'ing' ? null : 'present';
}
