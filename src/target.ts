import type { Ask, Asked, EntityChoice } from './asked.ts';
import { type Candidate, resolveName } from './brief/resolve.ts';
import { topicNamed } from './brief/topic-name.ts';
import { EntityId } from './domain/entity.ts';
import type { Subject } from './domain/subject.ts';
import { type About, Topic } from './domain/topic.ts';
import type { Ports } from './ports.ts';
import type { EntityCount } from './store/contract.ts';

const NEAR_NAMES = 8;
const ALSO = 6;

/** What a question's words were taken for. */
export interface Target {
  readonly subject: Subject;
  readonly about: About;
  readonly also: readonly Candidate[];
}

/** What else can become of the words of a question. */
export type Untargeted = Exclude<Asked, { kind: 'brief' }>;

/** Looks the words of a question up. Reads only. */
export async function targetOf(ports: Ports, question: Ask): Promise<Target | Untargeted> {
  const { query, about } = question;
  const exact = await exactTarget(ports, query, about);
  if (exact) return exact;
  const named = await candidatesOf(ports, await ports.gazetteer.named(question.scope, query));
  const topic = topicNamed(query);
  if (topic && named.every(({ claims }) => claims === 0)) return topicTarget(topic, about);
  const [first, ...rest] = named;
  if (first) return entityTarget(ports, [first, ...rest], about);
  return wordsTarget(ports, question);
}

/** What a pick from the suggestions stands for; null for typed words. */
async function exactTarget(ports: Ports, query: string, about: About): Promise<Target | null> {
  const [, kind, value] = /^(id|topic):(.+)$/.exec(query) ?? [];
  if (kind === 'topic') {
    const topic = Topic.safeParse(value);
    return topic.success ? topicTarget(topic.data, about) : null;
  }
  const id = EntityId.safeParse(value);
  if (!id.success) return null;
  const known = await ports.gazetteer.byRef([id.data]);
  return known.has(id.data) ? { subject: { kind: 'entity', id: id.data }, about, also: [] } : null;
}

const topicTarget = (topic: Topic, about: About): Target => {
  return { subject: { kind: 'all' }, about: about === 'everything' ? topic : about, also: [] };
};

async function entityTarget(
  ports: Ports,
  named: readonly [Candidate, ...Candidate[]],
  about: About,
): Promise<Target | Untargeted> {
  const resolved = resolveName(named);
  if (resolved.kind === 'several') return { kind: 'ambiguous', choices: await withPlaces(ports, resolved.choices) };
  return { subject: { kind: 'entity', id: resolved.chosen.entity.id }, about, also: resolved.also.slice(0, ALSO) };
}

async function wordsTarget(ports: Ports, { query, about, scope }: Ask): Promise<Target | Untargeted> {
  const subject: Subject = { kind: 'words', words: query.slice(0, 100) };
  if (await ports.claims.coverage(scope, subject)) return { subject, about, also: [] };
  return { kind: 'unknown', near: await withPlaces(ports, await ports.gazetteer.near(scope, query, NEAR_NAMES)) };
}

/** Adds to each what lies around it, by name. */
export async function withPlaces(
  { gazetteer }: Pick<Ports, 'gazetteer'>,
  found: readonly EntityCount[],
): Promise<readonly EntityChoice[]> {
  const places = await gazetteer.byRef([...new Set(found.flatMap(({ entity }) => entity.within.slice(0, 1)))]);
  return found.map(({ entity, claims }) => {
    return { entity, claims, around: places.get(entity.within[0] ?? '')?.names ?? null };
  });
}

const candidatesOf = (ports: Ports, named: readonly EntityCount[]): Promise<readonly Candidate[]> =>
  Promise.all(named.map(async (count) => ({ ...count, ancestors: await ports.gazetteer.ancestors(count.entity.id) })));
