import type { Ask } from './asked.ts';
import { briefOf, buildContent, type Findings } from './brief/build.ts';
import { KNOWN_AT_MOST, knownOf } from './brief/news/known.ts';
import { mergedFindings } from './brief/news/merge.ts';
import { beyondOf, freshOf, owedOf, stillOwed, withoutLooked } from './brief/news/owed.ts';
import { worthyOf } from './brief/news/worthy.ts';
import { type CorrectedPorts, correctedSince } from './corrected-since.ts';
import { countedPorts } from './counted.ts';
import type { Composed } from './digest/work.ts';
import type { Brief, Question } from './domain/brief.ts';
import { statementKey } from './domain/correction.ts';
import type { Digest } from './domain/digest.ts';
import type { Printed, Told, Withheld } from './domain/outbox.ts';
import { sourcedKey } from './domain/sourced-claim.ts';
import { findingsOf } from './gather.ts';
import type { Ports } from './ports.ts';
import { statementMark } from './statement-mark.ts';
import type { Progress } from './store/digest-contract.ts';
import { type Target, targetOf } from './target.ts';

/** Events with something new that are looked at for one subject, and twice as many at most for several; none of the others is told of. */
const EVENTS_AT_MOST = 160;
/** Events that are left for the next one. */
const OWED_AT_MOST = 500;
/** Events that wait for further sources; those that have waited longest give way. */
const WITHHELD_AT_MOST = 500;

/**
 * Puts a digest together: what is new, has changed or was corrected since the last one that was delivered. Of the first, what is
 * best reported. Reads only.
 */
export async function composeDigest(
  ports: CorrectedPorts,
  digest: Digest,
  progress: Progress,
  nowMs: number,
): Promise<Composed> {
  const question = askOf(digest, nowMs);
  const { asked, lost } = await targetsOf(ports, digest, question);
  const [first, ...others] = asked;
  if (first === undefined) return { kind: 'no-subject', query: lost[0] ?? '' };
  const { told } = progress;
  const seen = await stateOf(ports, question);
  const since: Ask['since'] = {
    mark: told,
    arrivals: seen.arrivals,
    withheld: told?.withheld ?? [],
    owed: told?.owed ?? [],
    // Subjects of one digest share many events.
    atMost: Math.ceil((2 * EVENTS_AT_MOST) / (asked.length + 1)),
  };
  const gather = ({ target }: Asked): Promise<Findings> => findingsOf(ports, { ...question, since }, target);
  const found = [await gather(first), ...(await Promise.all(others.map(gather)))] as const;
  const all = withoutLooked(mergedFindings(found));
  const { findings, withheld } = worthyOf(all, digest.origins, new Set(progress.dropped));
  const left = owedOf(all.news?.beyond ?? [], all);
  const targets = [first.target, ...others.map(({ target }) => target)] as const;
  const built = briefOf(buildContent(findings), questionOf(question, targets), nowMs);
  const brief = withheld.length > 0 ? waiting(built) : built;
  const next: Told = {
    atMs: nowMs,
    articles: seen.articles,
    known: knownOf(seen.arrivals),
    withheld: stillWithheld(told?.withheld ?? [], withheld, findings),
    owed: [...stillOwed(told?.owed ?? [], all), ...left].slice(0, OWED_AT_MOST),
  };
  const corrected = await correctedSince(ports, digest, told?.atMs ?? null);
  if (!corrected && isNothing(brief) && digest.whenQuiet === 'silent') return { kind: 'nothing', told: next };
  const { missed, uncertainMs } = progress;
  const printed = printedOf(brief, findings, askedFor(asked, found));
  return {
    kind: 'content',
    content: {
      ...{ brief, missed, uncertainMs, told: next, printed, lost, ...beyondOf(all, left, seen, told) },
      ...(corrected && { corrected }),
    },
  };
}

/** Where what there is waits for further sources, it is not said that nothing came out. */
const waiting = (brief: Brief): Brief => (brief.outcome === 'quiet' ? { ...brief, outcome: 'unchanged' } : brief);

/** Sources that cannot be read are told of, however silent a digest is to be. */
const isNothing = ({ sections, failing }: Brief): boolean => sections.length === 0 && failing.length === 0;

function askOf({ queries, about, language, guildId, sources, pictures }: Digest, nowMs: number): Ask {
  const asked = { form: 'digest', query: queries[0] ?? '', filters: {}, about, period: null } as const;
  const ask: Ask = { ...asked, language, scope: { guildId }, nowMs, sources };
  return pictures ? ask : { ...ask, withoutPictures: true };
}

/** Those of the digest's words that stand for nothing or for several things. */
export const lostQueries = async (ports: Ports, digest: Digest, nowMs: number): Promise<readonly string[]> =>
  (await targetsOf(ports, digest, askOf(digest, nowMs))).lost;

/** What the digest's words stand for now, and those that stand for nothing or for several things any more. */
async function targetsOf(ports: Ports, { queries }: Digest, question: Ask) {
  const words = queries.length === 0 ? [''] : queries;
  const found = await Promise.all(words.map((query) => targetOf(ports, { ...question, query })));
  return {
    asked: found.flatMap((one, at): readonly Asked[] =>
      'kind' in one ? [] : [{ query: words[at] ?? '', target: one }],
    ),
    lost: words.filter((_, at) => 'kind' in (found[at] ?? {})),
  };
}

/** What one of the digest's words stands for; '': everything. */
interface Asked {
  readonly query: string;
  readonly target: Target;
}

/** Which of the digest's words an event was found for. */
function askedFor(asked: readonly Asked[], found: readonly Findings[]): (event: string) => readonly string[] {
  const events = found.map((one) => new Set([...one.found.values()].flat().map(({ event }) => event)));
  return (event) => asked.flatMap(({ query }, at) => (query !== '' && events[at]?.has(event) ? [query] : []));
}

/** How the store stands, as far as it counts for the digest. */
async function stateOf(ports: Ports, question: Ask) {
  const { claims } = countedPorts(ports, question, await ports.trust.tiers(question.scope));
  const arrivals = await claims.arrivals(question.scope, KNOWN_AT_MOST);
  return { arrivals, articles: (await ports.claims.state(question.scope)).articles };
}

function questionOf(
  { form, language, scope, period, sources, withoutPictures }: Ask,
  targets: readonly [Target, ...Target[]],
): Question {
  const [{ subject, about }] = targets;
  const subjects = targets.map((target) => target.subject);
  return {
    ...{ form, text: '', filters: {}, subject, about, period, language, scope },
    ...(subjects.length > 1 && { subjects }),
    ...(sources && sources !== 'all' && { sources }),
    ...(withoutPictures && { withoutPictures }),
  };
}

/** Those of before that nothing was found of now, then those of now. */
function stillWithheld(
  before: readonly Withheld[],
  now: readonly Withheld[],
  { found }: Findings,
): readonly Withheld[] {
  const printed = [...found.values()].flat().map(sourcedKey);
  const settled = new Set([...printed, ...now.flatMap(({ claims }) => claims)]);
  return [...before.filter(({ claims }) => !claims.some((claim) => settled.has(claim))), ...now].slice(
    -WITHHELD_AT_MOST,
  );
}

/** What is printed of each event, with all claims of it that were found. */
function printedOf(
  { sections }: Brief,
  findings: Findings,
  asked: (event: string) => readonly string[],
): readonly Printed[] {
  const all = [...findings.found.values()].flat();
  const claims = Map.groupBy(all, ({ event }) => event);
  const fresh = freshOf(all, findings);
  const lines = sections.flatMap((section) => section.lines);
  return lines.map(({ id, changes = [] }) => {
    const queries = asked(id);
    const told = claims.get(id) ?? [];
    const keys = new Set(told.map(sourcedKey));
    const statements = new Set(told.map((one) => statementMark(statementKey(one))));
    return {
      ...{ event: id, changes: changes.map(({ kind }) => kind), claims: [...keys], fresh: fresh.get(id) ?? [] },
      statements: [...statements],
      ...(queries.length > 0 && { queries }),
    };
  });
}
