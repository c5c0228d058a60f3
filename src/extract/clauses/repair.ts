import type { Pos } from '../document.ts';
import type { OrderGrammar } from './lexicon.ts';
import { ambiguousLemma, formOf, type Word } from './words.ts';

const NAMES: ReadonlySet<Pos> = new Set<Pos>(['PROPN', 'NOUN', 'PRON']);
const OBJECT_STARTS: ReadonlySet<Pos> = new Set<Pos>(['DET', 'PROPN', 'NUM', 'PRON', 'ADJ', 'NOUN']);
const NOMINAL: ReadonlySet<Pos> = new Set<Pos>(['NOUN', 'PROPN']);
const CAPITAL = /^\p{Lu}/u;
const BREAKS = new Set([',', ';', ':', '.', '-', '--', '(', ')', '"', 'and', 'but', 'as', 'after', 'while']);

/** What stands around a word: the word before is put right already. */
interface Place {
  readonly earlier: Word | undefined;
  readonly before: Word | undefined;
  readonly word: Word;
  readonly after: Word | undefined;
  /** Whether its stretch between marks has no verb yet. */
  readonly verbless: boolean;
  readonly grammar: OrderGrammar;
}

type Rule = (place: Place) => Word | null;

const asVerb = ({ word, grammar }: Place): Word => {
  const lemma = ambiguousLemma(word.lower, grammar) ?? word.lemma;
  return { ...word, pos: 'VERB', lemma, form: formOf(word.lower, lemma, grammar) };
};
const asNoun = (word: Word): Word => ({ ...word, pos: 'NOUN', form: null });
const asAdjective = (word: Word): Word => ({ ...word, pos: 'ADJ', form: null });

const possessive = ({ lower, pos }: Word, grammar: OrderGrammar): boolean =>
  grammar.possessives.has(lower) || (lower === "'s" && pos === 'PART') || lower === "'";

const demonym = ({ lower, pos }: Word, grammar: OrderGrammar): boolean =>
  pos === 'PROPN' && [...grammar.demonymEndings].some((ending) => lower.endsWith(ending));

/** "to attack", "will attack" */
const verbBehindTo: Rule = (place) => {
  const { before, word, grammar } = place;
  if (before === undefined || (word.pos !== 'NOUN' && word.pos !== 'ADJ')) return null;
  if (before.pos === 'AUX' && grammar.modals.has(before.lower)) return asVerb(place);
  const known = ambiguousLemma(word.lower, grammar) === word.lower;
  return before.pos === 'PART' && before.lower === 'to' && known ? asVerb(place) : null;
};

/** "the men who left", "had burst": past forms that are nouns or adjectives too. */
const verbBehindRelative: Rule = ({ before, word, grammar }) => {
  if (word.pos === 'VERB' || before === undefined) return null;
  const lemma = grammar.homographs.get(word.lower);
  const wantsVerb =
    (before.pos === 'PRON' && grammar.relatives.has(before.lower)) ||
    (before.pos === 'AUX' && grammar.have.has(before.lower));
  return lemma === undefined || !wantsVerb
    ? null
    : { ...word, pos: 'VERB', lemma, form: formOf(word.lower, '', grammar) };
};

/** "to expand and advance from the hills" */
const verbBehindAnd: Rule = (place) => {
  const { earlier, before, word, after, grammar } = place;
  if (word.pos !== 'NOUN' || before?.pos !== 'CCONJ' || earlier?.pos !== 'VERB' || earlier.form !== 'base') return null;
  const known = ambiguousLemma(word.lower, grammar) === word.lower;
  return known && after !== undefined && (OBJECT_STARTS.has(after.pos) || after.pos === 'ADP') ? asVerb(place) : null;
};

/** "Russia captures the town": a name, a noun in -s, an object. */
const verbBehindName: Rule = (place) => {
  const { before, word, after, grammar, verbless } = place;
  if (!NOMINAL.has(word.pos) || before === undefined || !NAMES.has(before.pos) || possessive(before, grammar))
    return null;
  if (!verbless || demonym(before, grammar) || ambiguousLemma(word.lower, grammar) === null) return null;
  return agrees(before, word) && mayFollowVerb(after) ? asVerb(place) : null;
};

const agrees = (subject: Word, { lower }: Word): boolean => {
  const plural = subject.pos !== 'PROPN' && subject.lower.endsWith('s') && !subject.lower.endsWith('ss');
  return lower.endsWith('s') ? !plural : plural || lower.endsWith('ed');
};

const mayFollowVerb = (after: Word | undefined): boolean =>
  after === undefined || OBJECT_STARTS.has(after.pos) || after.pos === 'ADP' || after.lower === 'to';

/** "is not arming the rebels" */
const gerundBehindBe: Rule = ({ before, word, after, grammar }) => {
  if (word.pos !== 'NOUN' || !word.lower.endsWith('ing') || before === undefined || after === undefined) return null;
  if (!grammar.be.has(before.lower) && !(grammar.negators.has(before.lower) && before.pos === 'PART')) return null;
  const lemma = ambiguousLemma(word.lower, grammar) ?? word.lower.slice(0, -3);
  return OBJECT_STARTS.has(after.pos) || after.pos === 'ADP' ? { ...word, pos: 'VERB', lemma, form: 'ing' } : null;
};

/** "said that President Lee left", "rejected that claim" */
const thatByWhatFollows: Rule = ({ word, after }) => {
  if (word.lower !== 'that' || after === undefined) return null;
  const opens = after.pos === 'DET' || after.pos === 'PRON' || CAPITAL.test(after.text);
  if (word.pos === 'DET' && opens) return { ...word, pos: 'SCONJ' };
  return null;
};

/** "half the troops" */
const determinerBefore: Rule = ({ word, after, grammar }) =>
  after?.pos === 'DET' && grammar.predeterminers.has(word.lower) ? { ...word, pos: 'DET', form: null } : null;

/** "to be beheaded by", "were stranded": participles that the tagger takes for nouns or adjectives. */
const participleBehindBe: Rule = ({ before, word, after, grammar }) => {
  const mistaken = word.pos === 'NOUN' || (word.pos === 'ADJ' && after?.lower === 'by');
  if (!mistaken || !word.lower.endsWith('ed') || !grammar.be.has(before?.lower ?? '')) return null;
  const lemma = ambiguousLemma(word.lower, grammar) ?? word.lower.slice(0, -2);
  return { ...word, pos: 'VERB', lemma, form: 'either' };
};

/** "accused of arming the rebels" */
const gerundBehindPreposition: Rule = ({ before, word, after, grammar }) => {
  if (word.pos !== 'NOUN' || !word.lower.endsWith('ing') || before?.pos !== 'ADP') return null;
  const lemma = ambiguousLemma(word.lower, grammar) ?? word.lower.slice(0, -3);
  return after?.pos === 'DET' || after?.pos === 'PROPN' ? { ...word, pos: 'VERB', lemma, form: 'ing' } : null;
};

/** "in the north,", "the earlier report" */
const nounFromAdverb: Rule = ({ before, word, after, grammar }) => {
  if (word.pos !== 'ADV' || before?.pos !== 'DET' || after === undefined) return null;
  if (grammar.negativeDeterminers.has(before.lower)) return null;
  if (after.pos === 'NOUN' || after.form === 'base') return { ...word, pos: 'ADJ' };
  return after.pos === 'PUNCT' || after.pos === 'ADP' || after.pos === 'AUX' ? asNoun(word) : null;
};

/** ", warning that the town was lost" */
const gerundBehindComma: Rule = (place) => {
  const { before, word, after, grammar } = place;
  if (word.pos !== 'NOUN' || !word.lower.endsWith('ing') || before?.lower !== ',') return null;
  return after?.lower === 'that' && ambiguousLemma(word.lower, grammar) !== null ? asVerb(place) : null;
};

/** "12 killed, 30 wounded in …" */
const participleBehindCount: Rule = (place) => {
  const { before, word, after, grammar } = place;
  if (word.pos === 'VERB' || !word.lower.endsWith('ed')) return null;
  if (before?.pos !== 'NUM' && before?.pos !== 'NOUN') return null;
  if (after !== undefined && NOMINAL.has(after.pos)) return null;
  const lemma = ambiguousLemma(word.lower, grammar) ?? word.lower.slice(0, -2);
  return { ...word, pos: 'VERB', lemma, form: 'either' };
};

/** "the attack killed": what stands behind a determiner or an adjective is no verb. */
const nounBehindDeterminer: Rule = ({ before, word, after, grammar }) => {
  if (word.pos !== 'VERB' || before === undefined) return null;
  const named = possessive(before, grammar) || demonym(before, grammar);
  if (before.pos !== 'DET' && !named && !(before.pos === 'ADJ' && word.form !== 'either')) return null;
  const modifies = after !== undefined && (NOMINAL.has(after.pos) || after.pos === 'ADJ');
  if (word.form === 'either' || word.form === 'participle') return modifies ? asAdjective(word) : null;
  if (word.form === 'ing') return modifies && !grammar.eventNouns.has(word.lower) ? asAdjective(word) : asNoun(word);
  const inside = before.pos === 'DET' || (before.pos === 'ADJ' && after?.pos === 'NOUN');
  return inside || grammar.ambiguous.has(word.lemma) ? asNoun(word) : null;
};

/** "months of shelling", "Shelling in the town": a gerund without an object. */
const nounWithoutObject: Rule = ({ before, word, after, grammar }) => {
  if (word.pos !== 'VERB' || word.form !== 'ing' || !grammar.eventNouns.has(word.lower)) return null;
  const free =
    before === undefined ||
    before.pos === 'ADP' ||
    before.pos === 'ADJ' ||
    before.lower === ',' ||
    before.pos === 'CCONJ';
  return free && !(after !== undefined && OBJECT_STARTS.has(after.pos)) ? asNoun(word) : null;
};

/** "with captured tanks" */
const modifierBehindPreposition: Rule = ({ before, word, after }) => {
  if (word.pos !== 'VERB' || (word.form !== 'either' && word.form !== 'participle')) return null;
  const preceded = before?.pos === 'ADP' || before?.pos === 'NUM';
  return preceded && after?.pos === 'NOUN' ? asAdjective(word) : null;
};

/** "IS fighters", "US": an abbreviation in capitals. */
const nameInCapitals: Rule = ({ word, after }) => {
  if (word.pos !== 'AUX' && word.pos !== 'PRON' && word.pos !== 'VERB') return null;
  const capitals = word.text.length > 1 && word.text.toUpperCase() === word.text && /^\p{Lu}+$/u.test(word.text);
  return capitals && after !== undefined && after.text.toUpperCase() !== after.text
    ? { ...word, pos: 'PROPN', form: null }
    : null;
};

/** "including", "following" where no auxiliary precedes. */
const prepositionInIng: Rule = ({ before, word, grammar }) => {
  if (word.pos !== 'VERB' || word.form !== 'ing' || !grammar.prepositions.has(word.lower)) return null;
  return before?.pos === 'AUX' ? null : { ...word, pos: 'ADP', form: null };
};

/** What taggers do not confuse. */
const FIXED: ReadonlySet<Pos> = new Set<Pos>(['PUNCT', 'ADP', 'CCONJ', 'NUM', 'SYM', 'PART']);

const RULES: readonly Rule[] = [
  nameInCapitals,
  prepositionInIng,
  verbBehindTo,
  verbBehindRelative,
  verbBehindAnd,
  verbBehindName,
  gerundBehindBe,
  gerundBehindComma,
  gerundBehindPreposition,
  nounFromAdverb,
  thatByWhatFollows,
  determinerBefore,
  participleBehindBe,
  participleBehindCount,
  nounBehindDeterminer,
  nounWithoutObject,
  modifierBehindPreposition,
];

/** Puts right what taggers often confuse, from left to right; each word is changed once at most. */
export function repaired(words: readonly Word[], grammar: OrderGrammar): readonly Word[] {
  const verbless = verblessWords(words);
  const result: Word[] = [];
  words.forEach((word, index) => {
    const place = {
      earlier: result.at(-2),
      before: result.at(-1),
      word,
      after: words[index + 1],
      verbless: verbless[index] ?? false,
      grammar,
    };
    const changed = FIXED.has(word.pos) ? null : RULES.reduce<Word | null>((found, rule) => found ?? rule(place), null);
    result.push(changed ?? word);
  });
  return result;
}

/** For each word whether no finite verb stands in its stretch between marks. */
function verblessWords(words: readonly Word[]): readonly boolean[] {
  const stretches: { verbless: boolean }[] = [];
  let current = { verbless: true };
  let before = '';
  for (const { lower, pos, form } of words) {
    if (BREAKS.has(lower)) current = { verbless: true };
    if (pos === 'AUX' || (pos === 'VERB' && form !== 'ing' && before !== 'to')) current.verbless = false;
    before = lower;
    stretches.push(current);
  }
  return stretches.map(({ verbless }) => verbless);
}
