import type { Sentence } from '../document.ts';
import type { Argument, Clauses, Complement, EventNoun, NounPhrase, Predicate, VerbGroup } from './clauses.ts';
import { byBeginning, type EndingWord, endingWords, eventOf, isAdjective, isPerfective } from './endings-words.ts';
import type { Control, EndingsGrammar } from './lexicon.ts';

/** What is known of a sentence; `phraseOf` as in Clauses. */
interface Reading {
  readonly words: readonly EndingWord[];
  readonly phrases: readonly NounPhrase[];
  readonly phraseOf: readonly number[];
  readonly grammar: EndingsGrammar;
}

/** Words that are looked at on either side of a verb. */
const REACH = 24;

/** Takes a sentence apart by the endings of its words: verbs, what stands around them, prepositions. Subjects are guesses. */
export function findEndingClauses({ tokens }: Sentence, grammar: EndingsGrammar): Clauses {
  const words = endingWords(tokens, grammar);
  const phrases = phrasesOf(words, grammar);
  const phraseOf = phraseOfWords(words.length, phrases);
  const reading: Reading = { words, phrases, phraseOf, grammar };
  let seen = 0;
  const verbsBefore = words.map(({ kind }) => (kind === 'verb' ? seen++ : seen));
  return { nounPhrases: phrases, predicates: predicatesOf(reading), phraseOf, verbsBefore };
}

/** Runs of words that are neither verbs nor small words. */
function phrasesOf(words: readonly EndingWord[], grammar: EndingsGrammar): readonly NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]?.kind !== 'noun') continue;
    const prepositional = words[at - 1]?.kind === 'preposition';
    let to = at + 1;
    while (words[to]?.kind === 'noun' && !(prepositional && endsPhrase(words, to - 1, grammar))) to += 1;
    phrases.push(phraseAt(words, at, to, grammar));
    at = to - 1;
  }
  return phrases;
}

/** "In Rome | the pope", "on Thursday | the pope": a noun phrase behind a preposition ends with a name or a time. */
function endsPhrase(words: readonly EndingWord[], at: number, grammar: EndingsGrammar): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || isAdjective(word.lower, grammar)) return false;
  return grammar.timeNouns.has(word.lower) || (word.capital && !next.capital && !isAdjective(next.lower, grammar));
}

function phraseAt(words: readonly EndingWord[], from: number, to: number, grammar: EndingsGrammar): NounPhrase {
  let head = from;
  while (head < to - 1 && isAdjective(words[head]?.lower ?? '', grammar)) head += 1;
  const negated = grammar.negativePrepositions.has(words[from - 1]?.lower ?? '');
  return { from, to, head, determiner: null, negated, possessor: null, of: null, explains: null, listedWith: null };
}

function phraseOfWords(length: number, phrases: readonly NounPhrase[]): readonly number[] {
  const found = new Array<number>(length).fill(-1);
  phrases.forEach(({ from, to }, index) => {
    found.fill(index, from, to);
  });
  return found;
}

function predicatesOf(reading: Reading): readonly Predicate[] {
  const verbs: number[] = [];
  const predicates: Predicate[] = [];
  reading.words.forEach((word, at) => {
    const event = word.kind === 'noun' ? eventOf(word.lower, reading.grammar) : null;
    const governor = verbs.at(-1) ?? null;
    const above = governor === null ? undefined : predicates[governor];
    if (word.kind === 'verb') verbs.push(predicates.push(verbAt(reading, at, governor, above)) - 1);
    else if (event !== null) predicates.push(eventAt(reading, at, event, governor, above));
  });
  return predicates;
}

/** What the word before or the verb above says of an infinitive or a noun. */
function controlAt({ words, grammar }: Reading, at: number, above: Predicate | undefined): Control | null {
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const word = words[back];
    if (word === undefined || word.kind === 'break') break;
    const control = byBeginning(word.lower, grammar.control);
    if (control !== null) return control;
  }
  return above === undefined || at - above.head > 6 || isParted(words, above.head, at) ? null : above.control;
}

const isParted = (words: readonly EndingWord[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ kind }) => kind === 'break');

function verbAt(reading: Reading, at: number, governor: number | null, above: Predicate | undefined): VerbGroup {
  const { words, grammar } = reading;
  const word = words[at];
  const form = word?.form ?? 'past';
  const from = negationStart(words, at);
  const modal = modalBefore(reading, at);
  const speech = above !== undefined && grammar.speech.has(above.lemma) ? governor : null;
  return {
    kind: 'verb',
    ...{ from, to: at + 1, head: at, lemma: word?.stem ?? '', particle: null, modal, governor, speech },
    form: form === 'infinitive' ? 'infinitive' : 'finite',
    tense: tenseOf(word, modal, grammar),
    ...{ perfect: false, progressive: form === 'present' && !isPerfective(word?.lower ?? '', grammar) },
    passive: form === 'participle',
    ...argumentsOf(reading, from, at),
    agent: null,
    complements: complementsFrom(reading, at + 1),
    negated: from < at,
    control: form === 'infinitive' ? controlAt(reading, at, above) : futureOf(word, grammar),
    ...surroundings(reading, at),
    relative: false,
  };
}

const futureOf = (word: EndingWord | undefined, grammar: EndingsGrammar): Control | null =>
  word?.form === 'present' && isPerfective(word.lower, grammar) ? 'planned' : null;

function tenseOf(word: EndingWord | undefined, modal: string | null, grammar: EndingsGrammar): VerbGroup['tense'] {
  if (modal !== null) return grammar.modals.get(modal) === 'planned' ? 'future' : 'present';
  if (word?.form === 'past' || word?.form === 'participle') return 'past';
  if (word?.form !== 'present') return null;
  return isPerfective(word.lower, grammar) ? 'future' : 'present';
}

function negationStart(words: readonly EndingWord[], at: number): number {
  if (words[at - 1]?.kind === 'negator') return at - 1;
  return words[at - 1]?.kind === 'modal' && words[at - 2]?.kind === 'negator' ? at - 2 : at;
}

function modalBefore({ words }: Reading, at: number): string | null {
  const near = [words[at - 1], words[at - 2]].find((word) => word?.kind === 'modal');
  return near?.lower ?? null;
}

function surroundings({ words, grammar }: Reading, at: number) {
  const before = words.slice(Math.max(0, at - REACH), at);
  const marks = before.filter(({ lower }) => lower === '«' || lower === '»' || lower === '"').length;
  return {
    conditional: before.some(({ lower }) => grammar.conditionals.has(lower)),
    quoted: marks % 2 === 1,
    question: words.at(-1)?.lower === '?',
  };
}

/** The noun phrase before the verb is the subject and the one behind it the object; with none before, the one behind is the subject. */
function argumentsOf(reading: Reading, from: number, at: number): Pick<VerbGroup, 'subject' | 'object'> {
  const before = bareBefore(reading, from);
  const behind = bareBehind(reading, at + 1);
  return before === null ? { subject: behind, object: null } : { subject: before, object: behind };
}

function bareBefore({ words, phrases, phraseOf }: Reading, from: number): Argument | null {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1) {
    const kind = words[at]?.kind;
    if (kind === 'break' || kind === 'verb' || kind === 'conjunction') return null;
    const index = phraseOf[at] ?? -1;
    const phrase = phrases[index];
    if (phrase === undefined) continue;
    if (words[phrase.from - 1]?.kind !== 'preposition') return asArgument(phrase, index);
    at = phrase.from - 1;
  }
  return null;
}

function bareBehind({ phrases, phraseOf }: Reading, at: number): Argument | null {
  const index = phraseOf[at] ?? -1;
  const phrase = phrases[index];
  return phrase === undefined ? null : asArgument(phrase, index);
}

const asArgument = ({ from, to, head }: NounPhrase, phrase: number): Argument => ({ from, to, head, phrase });

/** Prepositions with what follows them, up to the next verb or mark. */
function complementsFrom({ words, phrases, phraseOf }: Reading, start: number): readonly Complement[] {
  const found: Complement[] = [];
  for (let at = start; at < Math.min(words.length, start + REACH); at += 1) {
    const word = words[at];
    if (word?.kind === 'break' || word?.kind === 'verb') break;
    const index = phraseOf[at + 1] ?? -1;
    const phrase = phrases[index];
    if (word?.kind !== 'preposition' || phrase === undefined) continue;
    found.push({ ...asArgument(phrase, index), preposition: word.lower, fronted: false });
  }
  return found;
}

function eventAt(
  reading: Reading,
  at: number,
  lemma: string,
  governor: number | null,
  above: Predicate | undefined,
): EventNoun {
  const index = reading.phraseOf[at] ?? -1;
  const phrase = reading.phrases[index];
  const [from, to] = [phrase?.from ?? at, phrase?.to ?? at + 1];
  return {
    kind: 'noun',
    ...{ from, to, head: at, lemma, subject: null, object: null, agent: null, governor, speech: null },
    possessor: at > from ? { from, to: at, head: at - 1, phrase: index } : null,
    of: at + 1 < to ? { from: at + 1, to, head: at + 1, phrase: index } : null,
    complements: complementsFrom(reading, at + 1),
    negated: phrase?.negated ?? false,
    control: controlAt(reading, at, above),
    ...surroundings(reading, at),
  };
}
