import { createAsk } from '../../ask.ts';
import { numberOf } from '../../brief/dispute.ts';
import { EVENT_RULES } from '../../brief/event/rules.ts';
import { contradict, type Figure } from '../../brief/figure.ts';
import type { Brief, Dispute, Line } from '../../domain/brief.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Entity } from '../../domain/entity.ts';
import type { PageLimits } from '../../domain/page.ts';
import { OPERATOR } from '../../domain/scope.ts';
import type { Topic } from '../../domain/topic.ts';
import { renderBrief } from '../../render/brief-page.ts';
import { toText } from '../../render/text.ts';
import { keyvOver } from '../../store/keyv.ts';
import { sqliteClaimStore } from '../../store/sqlite/claim-store.ts';
import { sqliteCorrections } from '../../store/sqlite/corrections/corrections.ts';
import { sqliteGazetteer } from '../../store/sqlite/gazetteer.ts';
import { openDatabase } from '../../store/sqlite/open.ts';
import { sqliteSourceHealth } from '../../store/sqlite/source-health.ts';
import type { EventLabels } from '../event-labels.ts';
import { articleOf } from '../event-labels.ts';
import type { GoldArticle } from './gold-articles.ts';

type Labelled = EventLabels['clusters'][number];

/** Of a cluster's claims of one type, how many are told, by what is printed and by the beginnings of its articles. */
export interface FirstScreen {
  readonly cluster: string;
  readonly topic: Topic;
  readonly claims: number;
  readonly printed: number;
  readonly lead: number;
  /** Characters of the printed lines, and so of the beginnings. */
  readonly chars: number;
}

const TOPIC: Readonly<Record<Labelled['type'], Topic>> = {
  aid: 'aid',
  move: 'troops',
  strike: 'strikes',
  visit: 'visits',
  impact: 'civilians',
};

/** Nothing but the number of lines bounds the first screen. */
const LIMITS: PageLimits = { budget: 1_000, blocks: 1_000, glance: 12, costOf: () => 1 };
const ASKED_AT_MS = Date.UTC(2026, 0);

/**
 * Asks for a topic of a store that holds the cluster's articles alone. A happening is told where a claim of it stands behind a
 * line of the first screen, or a span of its evidence lies in the beginnings of the articles, three sentences each and all
 * together as long as the first screen.
 */
export async function firstScreenOf(
  labelled: Labelled,
  articles: ReadonlyMap<string, GoldArticle>,
  entities: readonly Entity[],
): Promise<FirstScreen> {
  const ids = [...new Set(labelled.happenings.flat().map(articleOf))].sort();
  const files = ids.flatMap((id) => articles.get(id) ?? []);
  const brief = await answerOf(files, entities, TOPIC[labelled.type]);
  assertNoRounding(brief);
  const page = toText({ ...renderBrief(brief, { view: 'overview', page: 1, private: false }, LIMITS), actions: [] });
  const items = page.split('\n').filter((line) => line.startsWith('  * '));
  const shown = (brief.sections[0]?.lines ?? []).slice(0, items.length);
  const chars = items.reduce((sum, line) => sum + line.length - 4, 0);
  const isPrinted = printedBy(shown, brief);
  const isLead = leadingIn(files, chars);
  const claimOf = (name: string) => {
    const article = articles.get(articleOf(name));
    const claim = article?.claims[Number(name.slice(name.lastIndexOf('#') + 1))];
    return article && claim ? { article, claim } : null;
  };
  const told = (by: (article: GoldArticle, claim: Claim) => boolean): number =>
    labelled.happenings
      .filter((names) => names.map(claimOf).some((one) => one !== null && by(one.article, one.claim)))
      .reduce((sum, names) => sum + names.length, 0);
  const claims = labelled.happenings.reduce((sum, names) => sum + names.length, 0);
  const { cluster, type } = labelled;
  return { cluster, topic: TOPIC[type], claims, printed: told(isPrinted), lead: told(isLead), chars };
}

function printedBy(lines: readonly Line[], { sources }: Brief): (article: GoldArticle, claim: Claim) => boolean {
  const articleIds = new Map(sources.map(({ citation, articleId }) => [citation, articleId]));
  const printed = new Set(
    lines.flatMap(({ backing }) => backing.map(({ citation, claim }) => `${articleIds.get(citation)} ${claim.id}`)),
  );
  return ({ article }, claim) => printed.has(`${article.id} ${claim.id}`);
}

const SENTENCES = /[^.!?…]*[.!?…]+["”»’')\]]*\s*/gu;

/** Whether half of a span of the evidence lies in the first three sentences of its article, as far as the characters reach. */
function leadingIn(files: readonly GoldArticle[], chars: number): (article: GoldArticle, claim: Claim) => boolean {
  let left = chars;
  const ends = new Map<string, number>();
  for (const { article, text } of files) {
    const lead = [...text.matchAll(SENTENCES)].slice(0, 3).reduce((sum, [sentence]) => sum + sentence.length, 0);
    ends.set(article.id, Math.min(lead, left));
    left -= Math.min(lead, left);
  }
  return ({ article }, { evidence }) =>
    evidence.some(({ start, end }) => Math.min(end, ends.get(article.id) ?? 0) - start >= (end - start) / 2);
}

async function answerOf(files: readonly GoldArticle[], entities: readonly Entity[], topic: Topic): Promise<Brief> {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  const [claims, gazetteer] = [sqliteClaimStore(database), sqliteGazetteer(database)];
  await gazetteer.replace('names.json', 'names', entities);
  for (const { article, claims: all, text } of files)
    await claims.put(OPERATOR, { schema: 1, article, claims: all.filter((claim) => claim !== null) }, text);
  const values = keyvOver(database, 'eval');
  const ports = {
    claims,
    gazetteer,
    health: sqliteSourceHealth(database),
    corrections: sqliteCorrections(database),
    trust: { ownershipOf: () => null, tiers: async () => () => 'usual' as const },
    settings: values,
    briefs: values,
    members: values,
  };
  const ask = createAsk({ ...ports, report: () => undefined, faults: () => [], startedAtMs: 0, version: '' });
  const question = { form: 'summary', query: `topic:${topic}`, filters: {}, about: topic } as const;
  const asked = await ask({
    ...question,
    period: { everything: true },
    language: 'en',
    scope: OPERATOR,
    nowMs: ASKED_AT_MS,
  });
  database.close();
  if (asked.kind !== 'brief') throw new Error(`a question about ${topic} gave ${asked.kind}`);
  return asked.brief;
}

/** @throws {Error} where two figures are printed as disputed that agree after rounding */
function assertNoRounding({ sections }: Brief): void {
  const disputes = sections.flatMap(({ lines }) => lines.flatMap((line) => line.disputes));
  for (const { over, values } of disputes) {
    const [own, ...others] = values.map(({ claim }) => figureOf(over, claim)).filter((figure) => figure !== null);
    if (own && others.some((other) => !contradict(own, other))) throw new Error(`a dispute over ${over} is none`);
  }
}

function figureOf(over: Dispute['over'], claim: Claim): Figure | null {
  if (over === 'amount') return 'amount' in claim && claim.amount ? claim.amount : null;
  return over === 'count' ? numberOf(claim) : null;
}
