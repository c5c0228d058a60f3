import { asCorrected } from './as-corrected.ts';
import { createAsk } from './ask.ts';
import type { Ask, Asked, EventChoice, SubjectChoice } from './asked.ts';
import { topicsStarting } from './brief/topic-name.ts';
import { type CaughtUp, createCatchUp } from './catch-up.ts';
import type { Corrections } from './corrections/contract.ts';
import type { Digests } from './digests/contract.ts';
import type { Brief } from './domain/brief.ts';
import type { Fault } from './domain/failure.ts';
import { type EntityFilterName, kindsFor } from './domain/filters.ts';
import type { Language } from './domain/language.ts';
import type { KeptOfMember } from './domain/member.ts';
import type { ModelStatus } from './domain/model-status.ts';
import type { Scope } from './domain/scope.ts';
import { GuildSettings } from './domain/settings.ts';
import type { SourcesHealth } from './domain/source-view.ts';
import { claimTypeOf, type Topic } from './domain/topic.ts';
import { type Erased, erase } from './erase.ts';
import { createKeptBriefs, type KeptBriefs } from './kept-briefs.ts';
import { createKeptMembers, type KeptMembers } from './kept-members.ts';
import { withPlaces } from './named.ts';
import type { AppPorts, Ports } from './ports.ts';
import type { Sources } from './sources/contract.ts';
import type { EntityCount, StoreStatus } from './store/contract.ts';
import { suggestEvents } from './suggest-events.ts';
import type { Tracks } from './tracks/contract.ts';
import { createWordAnswer, type WordAnswer } from './word-answer.ts';

/** What is loaded, how the sources are, and what was set aside and why. */
interface Status {
  readonly store: StoreStatus;
  readonly sources: SourcesHealth;
  readonly faults: readonly Fault[];
  /** Absent: there is no language model. */
  readonly model?: ModelStatus;
  readonly startedAtMs: number;
  readonly version: string;
}

/** The use cases, for every edge alike. Knows each stage's contract and no adapter. */
export interface App {
  /** Answers, and keeps the brief for a week so that its buttons work. */
  readonly ask: (ask: Ask) => Promise<Asked>;
  /** The same for what is new to a member; `seen` is to be called when the answer has reached them. */
  readonly catchUp: (ask: Ask, userId: string) => Promise<CaughtUp>;
  /** Holds a message that was written at `atMs` against the store, and keeps the answer likewise. */
  readonly check: (message: Message) => Promise<Brief>;
  /** What is kept of a member, in all servers. */
  readonly keptOf: (userId: string) => Promise<KeptOfMember>;
  /** Deletes it, at once and everywhere, with the private answers themselves. Returns what was kept. */
  readonly forget: (userId: string) => Promise<KeptOfMember>;
  /** A brief answered before, for exactly this scope, with what is corrected of it by now; null when it is over a week old or was never there. */
  readonly recall: (id: string, scope: Scope) => Promise<Brief | null>;
  /** Subjects that fit what is typed so far, best first, with how many claims each has. */
  readonly suggest: (
    typed: string,
    language: Language,
    scope: Scope,
    limit: number,
    /** Only what the filter takes; null: whatever a question can be about. */
    filter: EntityFilterName | null,
  ) => Promise<readonly SubjectChoice[]>;
  /** Events that fit what is typed so far, best first. */
  readonly suggestEvents: (typed: string, scope: Scope, limit: number) => Promise<readonly EventChoice[]>;
  /** Keeps what the message of an answer was turned to. */
  readonly turn: (brief: Brief, shown: Brief['shown']) => void;
  /** What moderators do with sources. */
  readonly sources: Sources;
  /** What moderators do with digests. */
  readonly digests: Digests;
  /** What people do with tracks. */
  readonly tracks: Tracks;
  /** Answers in prose; null: there is no language model. */
  readonly prose: WordAnswer | null;
  /** What is done about what does not stand. */
  readonly corrections: Corrections;
  readonly settings: (guildId: string) => Promise<GuildSettings>;
  /** Replaces a server's settings whole. */
  readonly saveSettings: (guildId: string, settings: GuildSettings) => Promise<void>;
  /** Deletes what is kept of a server, at once; what is kept of its members stays theirs. */
  readonly erase: (guildId: string, userId: string, nowMs: number) => Promise<Erased>;
  readonly status: (scope: Scope) => Promise<Status>;
  /** Resolves when all that was answered is kept for its buttons, through a restart too. */
  readonly settle: () => Promise<void>;
}

/** Enough to say how much there is beside a suggestion; more is "10,000". */
const COUNT_AT_MOST = 10_000;

export function createApp(ports: AppPorts): App {
  const ask = createAsk(ports);
  const kept = createKeptBriefs(ports.briefs, ports.report);
  const members = createKeptMembers(ports.members);
  const askAndKeep = keeping(ask, kept, members, ports.report);
  return {
    ask: askAndKeep,
    catchUp: createCatchUp(ports, members, askAndKeep),
    check: (message) => checked(ports, askAndKeep, message),
    ...ofMembers(ports, members, kept),
    recall: async (id, scope) => {
      const brief = await kept.recall(id, scope);
      return brief && asCorrected(ports.corrections, brief);
    },
    settle: kept.settle,
    suggest: (typed, language, scope, limit, filter) => suggest(ports, { typed, language, scope, limit }, filter),
    suggestEvents: (typed, scope, limit) => suggestEvents(ports, typed, scope, limit),
    sources: ports.sources,
    digests: ports.digests,
    tracks: ports.tracks,
    prose: ports.wording ? createWordAnswer(ports.wording, kept) : null,
    corrections: ports.correcting,
    turn: (brief, shown) => kept.keep({ ...brief, shown }),
    settings: async (guildId) => {
      const kept = await ports.settings.get(guildId);
      return GuildSettings.parse(kept ?? {});
    },
    saveSettings: async (guildId, settings) => {
      await ports.settings.set(guildId, settings);
    },
    erase: async (guildId, userId, nowMs) => {
      ports.wording?.drop(guildId);
      const waiting = await kept.dropWaiting({ guildId });
      const erased = await erase({ ...ports, ...ports.erasing }, guildId, userId, nowMs);
      return { ...erased, answers: erased.answers + waiting };
    },
    status: async (scope) => ({
      store: await ports.claims.status(scope),
      sources: await ports.sources.health(scope),
      faults: ports.faults(),
      ...(ports.modelStatus && { model: ports.modelStatus() }),
      startedAtMs: ports.startedAtMs,
      version: ports.version,
    }),
  };
}

/** What is kept of members, wherever it is. */
const ofMembers = (ports: AppPorts, members: KeptMembers, kept: KeptBriefs): Pick<App, 'keptOf' | 'forget'> => ({
  keptOf: async (userId) => ({
    ...(await members.get(userId)),
    mistakes: await ports.mistakes.countOf(userId),
    tracks: (await ports.tracks.all({ userId })).length,
  }),
  forget: async (userId) => {
    const member = await members.forget(userId);
    for (const { id, scope } of member.answers) await kept.drop(id, scope);
    const mistakes = await ports.mistakes.forgetMember(userId);
    return { ...member, mistakes, tracks: await ports.tracks.drop({ userId }) };
  },
});

/** A message that is to be held against sources. */
interface Message extends Pick<Ask, 'language' | 'scope' | 'nowMs' | 'shownTo' | 'sources' | 'withoutPictures'> {
  readonly text: string;
  /** Unix ms. */
  readonly atMs: number;
}

async function checked(ports: AppPorts, ask: (question: Ask) => Promise<Asked>, message: Message): Promise<Brief> {
  const { text, atMs, ...asked } = message;
  const checking = await ports.readMessage(text, atMs);
  const question = { form: 'check-message', filters: {}, about: 'everything', period: null } as const;
  const answer = await ask({ ...question, ...asked, query: '', checking });
  if (answer.kind !== 'brief') throw new TypeError(`a message that is checked gave ${answer.kind}`);
  return answer.brief;
}

/** Keeps each answer for its buttons, and notes whose it is where one member alone sees it, so that they can have it deleted. */
function keeping(
  ask: (question: Ask) => Promise<Asked>,
  kept: KeptBriefs,
  members: KeptMembers,
  report: (error: unknown) => void,
): (question: Ask) => Promise<Asked> {
  const note = async ({ id, question, askedAtMs }: Brief, userId: string, asOf: number): Promise<void> => {
    const dropped = await members.note(userId, { id, scope: question.scope, atMs: askedAtMs }, asOf);
    for (const one of dropped) await kept.drop(one.id, one.scope);
  };
  return async (question) => {
    const asOf = members.forgotten();
    const asked = await ask(question);
    if (asked.kind !== 'brief') return asked;
    kept.keep(asked.brief);
    if (question.shownTo !== undefined) note(asked.brief, question.shownTo, asOf).catch(report);
    return asked;
  };
}

interface Typed {
  readonly typed: string;
  readonly language: Language;
  readonly scope: Scope;
  readonly limit: number;
}

async function suggest(
  ports: Ports,
  { typed, language, scope, limit }: Typed,
  filter: EntityFilterName | null,
): Promise<readonly SubjectChoice[]> {
  const kinds = filter === null ? undefined : kindsFor(filter);
  const isOfAid = filter === 'donor' || filter === 'recipient';
  const [near, topics] = await Promise.all([
    ports.gazetteer.suggest(scope, typed, language, isOfAid ? LOOKED_THROUGH : limit, kinds),
    filter === null ? suggestTopics(ports, typed, scope) : [],
  ]);
  const entities = isOfAid ? (await partiesAmong(ports, near, filter, scope)).slice(0, limit) : near;
  const named = (await withPlaces(ports, entities)).map(
    (count): SubjectChoice => ({ query: `id:${count.entity.id}`, label: { kind: 'entity', count } }),
  );
  const choices = [...topics, ...named];
  const first = typed.trim() === '' ? choices.sort((a, b) => claimsOf(b) - claimsOf(a)) : choices;
  return first.slice(0, limit);
}

/** Names among which those who give or take aid are looked for, most claims first. */
const LOOKED_THROUGH = 60;

/** Those who give or take aid, with how many claims say so, in the order in which they came. */
async function partiesAmong(
  { claims }: Ports,
  entities: readonly EntityCount[],
  filter: 'donor' | 'recipient',
  scope: Scope,
): Promise<readonly EntityCount[]> {
  const counted = await Promise.all(
    entities.map(async ({ entity }): Promise<EntityCount> => {
      const subject = { kind: 'filtered', filters: { [filter]: entity.id } } as const;
      const counts = await claims.counts({ scope, subject, span: null }, COUNT_AT_MOST);
      return { entity, claims: counts.get('aid') ?? 0 };
    }),
  );
  return counted.filter(({ claims: own }) => own > 0);
}

async function suggestTopics({ claims }: Ports, typed: string, scope: Scope): Promise<readonly SubjectChoice[]> {
  const counts = await claims.counts({ scope, subject: { kind: 'all' }, span: null }, COUNT_AT_MOST);
  const topics = topicsStarting(typed).map((topic) => ({ topic, claims: counts.get(claimTypeOf(topic)) ?? 0 }));
  return topics.filter((topic) => topic.claims > 0).map(topicChoice);
}

const topicChoice = (label: { readonly topic: Topic; readonly claims: number }): SubjectChoice => {
  return { query: `topic:${label.topic}`, label: { kind: 'topic', ...label } };
};
const claimsOf = ({ label }: SubjectChoice): number => (label.kind === 'topic' ? label.claims : label.count.claims);
