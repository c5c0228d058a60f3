import type { Ask, Asked } from './asked.ts';
import type { Candidate } from './brief/resolve.ts';
import { topicNamed } from './brief/topic-name.ts';
import { ArticleId } from './domain/article.ts';
import { EventId } from './domain/event.ts';
import type { Filters } from './domain/filters.ts';
import { filtersOf } from './domain/form.ts';
import type { Subject } from './domain/subject.ts';
import { type About, Topic } from './domain/topic.ts';
import { settleFilters } from './filter-target.ts';
import { candidatesNamed, chosenAmong, nearNames, pickedEntity } from './named.ts';
import type { Ports } from './ports.ts';
import type { ClaimReads } from './store/contract.ts';

const ALSO = 6;

/** What a question's words were taken for. */
export interface Target {
  readonly subject: Subject;
  readonly about: About;
  readonly filters: Filters;
  readonly also: readonly Candidate[];
}

/** What else can become of the words of a question. */
export type Untargeted = Exclude<Asked, { kind: 'brief' }>;

/** Looks the words of a question up. Reads only. */
export async function targetOf(ports: Ports, question: Ask): Promise<Target | Untargeted> {
  const { form, about } = question;
  if (filtersOf(form).length === 0) return queryTarget(ports, question);
  const settled = await settleFilters(ports, question);
  if ('kind' in settled) return settled;
  return { subject: { kind: 'all' }, about, filters: settled.filters, also: [] };
}

async function queryTarget(ports: Ports, question: Ask): Promise<Target | Untargeted> {
  const { query, about } = question;
  if (question.form === 'search') return subjectTarget({ kind: 'words', words: query.slice(0, 100) }, about);
  if (question.form === 'evidence') return codedTarget(ports, question);
  if (query === '') return subjectTarget({ kind: 'all' }, about);
  const event = await pickedEvent(ports.claims, question);
  if (event) return event;
  const picked = pickedTopic(query);
  if (picked) return topicTarget(picked, about);
  const exact = await pickedEntity(ports, query);
  if (exact) return subjectTarget({ kind: 'entity', id: exact.id }, about);
  const named = await candidatesNamed(ports, question.scope, query);
  const topic = topicNamed(query);
  if (topic && named.every(({ claims }) => claims === 0)) return topicTarget(topic, about);
  const [first, ...rest] = named;
  if (first) return entityTarget(ports, [first, ...rest], about);
  return wordsTarget(ports, question);
}

/** The event of an id, with or without `event:` before it; null where there is none of that id. */
async function pickedEvent(claims: ClaimReads, { query, scope }: Ask): Promise<Target | null> {
  const id = EventId.safeParse(query.replace(/^event:/, ''));
  if (!id.success || (await claims.event(scope, id.data)).length === 0) return null;
  return subjectTarget({ kind: 'event', id: id.data }, 'everything');
}

/** The event or the claim that a code stands for, be it marked as wrong. */
async function codedTarget(ports: Ports, question: Ask): Promise<Target | Untargeted> {
  const claims = ports.claims.uncorrected();
  const event = await pickedEvent(claims, question);
  if (event) return event;
  const [article = '', claim = ''] = question.query.split(/[:/]/);
  const found = ArticleId.safeParse(article).success ? await claims.claim(question.scope, article, claim) : null;
  if (!found) return { kind: 'unknown', option: null, near: [] };
  return subjectTarget({ kind: 'claim', article, claim }, 'everything');
}

/** The topic that a pick from the suggestions stands for; null for anything else. */
const pickedTopic = (query: string): Topic | null => Topic.safeParse(/^topic:(.+)$/.exec(query)?.[1]).data ?? null;

const subjectTarget = (subject: Subject, about: About, also: readonly Candidate[] = []): Target => {
  return { subject, about, filters: {}, also: also.slice(0, ALSO) };
};

const topicTarget = (topic: Topic, about: About): Target =>
  subjectTarget({ kind: 'all' }, about === 'everything' ? topic : about);

async function entityTarget(
  ports: Ports,
  named: readonly [Candidate, ...Candidate[]],
  about: About,
): Promise<Target | Untargeted> {
  const chosen = await chosenAmong(ports, named);
  if (chosen.kind === 'several') return { kind: 'ambiguous', option: null, choices: chosen.choices };
  return subjectTarget({ kind: 'entity', id: chosen.entity.id }, about, chosen.also);
}

async function wordsTarget(ports: Ports, { query, about, scope }: Ask): Promise<Target | Untargeted> {
  const subject: Subject = { kind: 'words', words: query.slice(0, 100) };
  if (await ports.claims.coverage(scope, subject)) return subjectTarget(subject, about);
  return { kind: 'unknown', option: null, near: await nearNames(ports, scope, query) };
}
