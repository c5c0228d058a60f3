import type { ExtractedClaim } from '../../domain/extracted-claim.ts';
import type { Analysis } from '../analysis.ts';
import type { Attribution } from '../attribution/attribution.ts';
import { epiOf } from '../attribution/attribution-at.ts';
import { speakerOf } from '../claims/speaker-of.ts';
import type { Sentence, Token } from '../document.ts';

/** Statements of one article at most: they are what is said beside what happens. */
const MOST = 3;
/** Words that a sentence of substance hands to its speaker. */
const LEAST_TOKENS = 7;
/** Of different words of weight; in the speaker's own words, which are quoted for a reason, fewer will do. */
const LEAST_WEIGHTY = 2;
const LEAST_QUOTED = 1;
const MOST_TOPICS = 3;

/** A sentence in which somebody who is named says something of weight. */
interface Said {
  readonly sentence: Sentence;
  readonly attribution: Attribution;
  /** As the article writes them, each once, in order. */
  readonly topics: readonly string[];
}

/**
 * What named speakers say of aims, terms, threats and talks, in sentences that tell no event: the weightiest of an article,
 * in the order of the text. Always excerpts, since what they say is in no slot.
 * @param taken indices of sentences that tell an event
 */
export function findStatements(analysis: Analysis, taken: ReadonlySet<number>): readonly ExtractedClaim[] {
  const known = namedIn(analysis);
  const said = analysis.document.sentences.flatMap((sentence) =>
    taken.has(sentence.index) ? [] : (saidIn(sentence, analysis, known) ?? []),
  );
  const weightiest = said.toSorted((a, b) => b.topics.length - a.topics.length).slice(0, MOST);
  return weightiest.toSorted((a, b) => a.sentence.start - b.sentence.start).flatMap((each) => claimOf(each) ?? []);
}

const SPEAKING: ReadonlySet<string> = new Set(['person', 'organisation', 'country', 'group']);

/** Ids of those whom the article names and who can speak. */
const namedIn = ({ mentions }: Analysis): ReadonlySet<string> =>
  new Set(
    [...mentions.values()]
      .flat()
      .filter(({ kind, naming }) => naming === 'name' && SPEAKING.has(kind))
      .map(({ id }) => id),
  );

function saidIn(sentence: Sentence, { voices, statementWords }: Analysis, known: ReadonlySet<string>): Said | null {
  const attribution = voices.attributions.find(
    (each) => each.sentence === sentence.index && !each.outlet && known.has(each.holder.who),
  );
  if (attribution === undefined || isQuestion(sentence)) return null;
  const content = sentence.tokens.filter(({ start, end }) => start >= attribution.start && end <= attribution.end);
  const topics = [...new Map(content.filter(({ lemma }) => statementWords.has(lemma)).map(byLemma)).values()];
  const least = content.some(({ text }) => QUOTES.has(text)) ? LEAST_QUOTED : LEAST_WEIGHTY;
  return content.length < LEAST_TOKENS || topics.length < least ? null : { sentence, attribution, topics };
}

const QUOTES: ReadonlySet<string> = new Set(['"', '“', '”', '«', '»', '„']);

const byLemma = ({ lemma, lower }: Token): readonly [string, string] => [lemma, lower];
const isQuestion = ({ tokens }: Sentence): boolean => tokens.slice(-2).some(({ text }) => text === '?');

/** null where the speaker's name makes no id. */
function claimOf({ sentence: { start, end }, attribution, topics }: Said): ExtractedClaim | null {
  const attr = speakerOf(attribution.holder);
  const epi = epiOf(attribution, null);
  if (attr === null || attr.who === 'unspecified') return null;
  return {
    type: 'statement',
    speaker: attr.who,
    topic: topics.slice(0, MOST_TOPICS).join(', '),
    attr,
    epi,
    realis: 'actual',
    neg: epi === 'denied',
    mode: 'excerpt',
    evidence: [{ start, end }],
    excerpt: { start, end },
  };
}
