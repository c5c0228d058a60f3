import type { Ask, Asked } from './asked.ts';
import { KNOWN_AT_MOST, knownOf } from './brief/news/known.ts';
import { countedPorts } from './counted.ts';
import type { Mark, Member } from './domain/member.ts';
import type { Scope } from './domain/scope.ts';
import type { KeptMembers } from './kept-members.ts';
import type { Ports } from './ports.ts';
import { type Target, targetOf } from './target.ts';

/** What has come of a question for what is new. */
export interface CaughtUp {
  readonly asked: Asked;
  /** To be called when the answer has reached the member: from then on what it is about is no longer new to them. */
  readonly seen: () => Promise<void>;
}

/** Answers what is new to a member since they last asked for the subject, or for everything. */
export function createCatchUp(
  ports: Ports,
  members: KeptMembers,
  ask: (question: Ask) => Promise<Asked>,
): (question: Ask, userId: string) => Promise<CaughtUp> {
  return async (question, userId) => {
    const target = await targetOf(ports, question);
    if ('kind' in target) return { asked: target, seen: async () => undefined };
    const { scope, nowMs } = question;
    const [subject, asOf] = [subjectKey(target), members.forgotten()];
    const counted = countedPorts(ports, question, await ports.trust.tiers(scope));
    const arrivals = await counted.claims.arrivals(scope, KNOWN_AT_MOST);
    const { articles } = await ports.claims.state(scope);
    const mark = markFor(await members.get(userId), scope, subject);
    const asked = await ask({ ...question, since: { mark, arrivals } });
    const next: Mark = { scope, subject, atMs: nowMs, articles, known: knownOf(arrivals) };
    return { asked, seen: () => members.mark(userId, next, asOf) };
  };
}

/** What the mark is for: the subject and the topic; '' for all there is. */
const subjectKey = ({ subject, about }: Target): string =>
  subject.kind === 'all' && about === 'everything' ? '' : JSON.stringify([subject, about]);

/** Up to where the member has seen the subject, be it with everything else. */
function markFor({ marks }: Member, scope: Scope, subject: string): Mark | null {
  const fitting = marks.filter(
    (mark) => mark.scope.guildId === scope.guildId && (mark.subject === '' || mark.subject === subject),
  );
  return fitting.toSorted((a, b) => b.atMs - a.atMs)[0] ?? null;
}
