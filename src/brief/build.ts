import { createHash, hash } from 'node:crypto';
import { type ArticleId, publishedAtMs } from '../domain/article.ts';
import type { Backing, Brief, Label, Line, Question, Section, Source } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { factKey } from '../domain/fact.ts';
import type { Span } from '../domain/period.ts';
import type { RankedClaim, SourcedClaim } from '../domain/sourced-claim.ts';
import { TOPICS, type Topic } from '../domain/topic.ts';
import { citations } from './citation.ts';
import { type Disagreement, disagreementsAmong } from './dispute.ts';
import { type Group, groupClaims } from './group.ts';
import { excerptOf, quotesOf } from './quote.ts';

/** All that an answer is made of: what the store found, and nothing looked up on the way. */
export interface Findings {
  readonly span: Span | null;
  readonly coverage: Brief['coverage'];
  /** Whether anything at all, on any topic, is known of the subject. */
  readonly known: boolean;
  /** Candidates for each topic asked about. */
  readonly found: ReadonlyMap<Topic, readonly RankedClaim[]>;
  /** How many facts were asked for on each topic: where as many came, there may be more. */
  readonly factsAtMost: ReadonlyMap<Topic, number>;
  readonly topicCounts: Readonly<Partial<Record<Topic, number>>>;
  /** Texts of articles that keep theirs. */
  readonly texts: ReadonlyMap<ArticleId, string>;
  readonly labels: Readonly<Record<string, Label>>;
  readonly also: Brief['also'];
  readonly wider: Brief['wider'];
  /** Sources that what the answer does not have may have come from. */
  readonly failing: Brief['failing'];
  readonly store: Brief['store'];
}

/** What an answer says, whoever asked in whichever words and language and at whichever instant. */
export interface Content {
  readonly answer: Omit<Brief, 'id' | 'question' | 'askedAtMs' | 'store' | 'shown'>;
  readonly store: Brief['store'];
  /** Of the answer's bytes. */
  readonly digest: string;
}

/**
 * Puts the answer together. Topics with the most lines stand first. In a topic, excerpts stand last; of
 * either kind of line those with the most publishers stand first, then those without a doubt noted, then the newest, then
 * as their article tells them.
 * Deterministic: the same findings give the same bytes.
 */
export function buildContent(findings: Findings): Content {
  const groups = new Map([...findings.found].map(([topic, claims]) => [topic, orderGroups(groupClaims(claims))]));
  const cite = citations();
  const topics = TOPICS.toSorted((a, b) => (groups.get(b)?.length ?? 0) - (groups.get(a)?.length ?? 0));
  const telling = { findings, cite: cite.of, disagreementsOf: disagreementsAmong([...findings.found.values()].flat()) };
  const sections = topics.flatMap((topic) => sectionOf(topic, groups.get(topic) ?? [], telling));
  const { span, coverage, topicCounts, labels, also, wider, failing, store } = findings;
  const outcome = outcomeOf(sections, findings);
  const sources = cite.articles().map(sourceOf);
  const answer = { outcome, failing, span, coverage, sections, sources, topicCounts, labels, also, wider };
  return { answer, store, digest: hash('sha256', JSON.stringify(answer)) };
}

/**
 * The answer to one question at one instant.
 * @param askedAtMs Unix ms
 */
export function briefOf({ answer, store, digest }: Content, question: Question, askedAtMs: number): Brief {
  const id = shortHash(JSON.stringify([digest, question, askedAtMs]));
  return { id, question, askedAtMs, ...answer, store, shown: { view: 'overview', page: 1 } };
}

function outcomeOf(sections: readonly Section[], { known, failing }: Findings): Brief['outcome'] {
  if (sections.length > 0) return 'lines';
  if (failing.length > 0) return 'failing';
  return known ? 'quiet' : 'uncovered';
}

/** What the lines of one answer share. */
interface Telling {
  readonly findings: Findings;
  readonly cite: (one: SourcedClaim) => number;
  readonly disagreementsOf: (lead: SourcedClaim) => readonly Disagreement[];
}

function sectionOf(topic: Topic, groups: readonly Group[], telling: Telling): readonly Section[] {
  if (groups.length === 0) return [];
  const lines = groups.map((group) => lineOf(group, telling));
  const atHand = groups.flat();
  const facts = new Set(atHand.map(({ claim, article }) => factKey(claim, article))).size;
  const { factsAtMost, topicCounts } = telling.findings;
  return [
    {
      topic,
      lines,
      claims: facts < (factsAtMost.get(topic) ?? 0) ? atHand.length : Math.max(topicCounts[topic] ?? 0, atHand.length),
    },
  ];
}

function lineOf(group: Group, { findings, cite, disagreementsOf }: Telling): Line {
  const [lead] = group;
  const backing = group.map((one): Backing => {
    const text = findings.texts.get(one.article.id);
    const excerpt = excerptOf(one.claim, text);
    const quotes = quotesOf(one.claim, text);
    return { citation: cite(one), claim: one.claim, quotes, ...(excerpt !== undefined && { excerpt }) };
  });
  const disputes = disagreementsOf(lead).map(({ over, values }) => ({
    over,
    values: values.map((claims) => ({
      claim: claims[0].claim,
      citations: [...new Set(claims.map(cite))].sort((a, b) => a - b),
    })),
  }));
  return {
    id: shortHash(`${lead.article.id}/${lead.claim.id}`),
    claim: sharedPart(group),
    backing,
    publishers: publishersOf(group),
    disputes,
    newestAtMs: newestOf(group),
  };
}

/** The lead's claim, with its date only where every other claim gives the same. */
function sharedPart(group: Group): Claim {
  const [{ claim }] = group;
  const { date, ...dateless } = claim;
  return group.every((one) => (one.claim.date?.iso ?? one.claim.date?.text) === (date?.iso ?? date?.text))
    ? claim
    : dateless;
}

function orderGroups(groups: readonly Group[]): readonly Group[] {
  const ranked = groups.map((group) => ({ group, publishers: publishersOf(group), newest: newestOf(group) ?? 0 }));
  const ordered = ranked.sort(
    (a, b) =>
      Number(isExcerpt(a.group)) - Number(isExcerpt(b.group)) ||
      b.publishers - a.publishers ||
      Number('suspect' in a.group[0].claim) - Number('suspect' in b.group[0].claim) ||
      b.newest - a.newest ||
      asTold(a.group, b.group),
  );
  return ordered.map(({ group }) => group);
}

const isExcerpt = ([{ claim }]: Group): boolean => claim.mode === 'excerpt';

function asTold(a: Group, b: Group): number {
  const [one, other] = [a[0].article.id, b[0].article.id];
  return one < other ? -1 : one > other ? 1 : startOf(a) - startOf(b);
}

const startOf = ([{ claim }]: Group): number => Math.min(...claim.evidence.map((e) => e.start));

/** Distinct publishers: those at hand, or as many as the store counts for one of the facts, whichever are more. */
function publishersOf(group: Group): number {
  const atHand = new Set(group.map(({ article }) => article.publisher)).size;
  return Math.max(atHand, ...group.map(({ publishers }) => publishers));
}

function newestOf(group: Group): number | null {
  const dated = group.map(({ article }) => publishedAtMs(article)).filter((ms) => ms !== null);
  return dated.length > 0 ? Math.max(...dated) : null;
}

function sourceOf(article: SourcedClaim['article'], index: number): Source {
  const { id, publisher, author, title, url, language, published, relays } = article;
  return { citation: index + 1, articleId: id, publisher, author, title, url: url ?? '', language, published, relays };
}

/** Eight characters of base 36: one clash among 10,000 answers is a chance of one in 50,000. */
function shortHash(text: string): string {
  const head = createHash('sha256').update(text).digest().readBigUInt64BE(0);
  return head.toString(36).padStart(8, '0').slice(-8);
}
