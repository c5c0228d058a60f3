import type { Analysis } from '../analysis.ts';
import { roleOf } from '../clauses/role-of.ts';
import type { Mention } from '../entities/mention.ts';
import type { FrameType } from '../frames/lexicon.ts';
import { type Add, collector, type Features, hash, joined } from '../learned/bag.ts';
import type { Candidate } from './candidates.ts';
import { distance } from './distance.ts';
import { countryOf, type Parties, type Scene } from './scene.ts';
import { type Trigger, voiceOf } from './trigger.ts';

export interface SlotPlace {
  readonly type: FrameType;
  readonly slot: string;
  /** Index of the sentence. */
  readonly at: number;
}

const AWAY = hash('away');
const DOC = hash('doc');
const GRAIN = hash('grain');
const KIND = hash('kind');
const NEXT = hash('next');
const PREVIOUS = hash('prev');
const ROLE = hash('role');
const TRIGGER = hash('t');

/**
 * What tells whether a candidate fills a slot, whichever trigger is looked at.
 * @param scene of the sentence, where the slot is a place
 */
export function candidateFeatures(
  candidate: Candidate,
  place: SlotPlace,
  scene: Scene | null,
  analysis: Analysis,
): Features {
  const { add, features } = collector();
  const { mention, where, rank, id } = candidate;
  const kind = mention === null ? 'none' : kindOf(mention, candidate.reading);
  add(hash(where));
  add(joined(joined(KIND, kind), where));
  add(hash(`rank:${rank}:${where}`));
  add(hash(`reading:${candidate.reading}:${where}`));
  if (scene !== null) {
    addGrain(candidate, place.at, analysis, add);
    addScene(candidate, scene, analysis, add);
  }
  if (analysis.speakers.get(place.at)?.has(id)) add(hash(`speaks:${where}`));
  if (analysis.profile.where[place.at] === id) add(hash(`where:${where}`));
  if (analysis.mentions.get(-1)?.some((titled) => titled.id === id)) add(hash(`titled:${where}`));
  analysis.roles[place.type].get(id)?.forEach((share, role) => {
    add(joined(DOC, role), share * 2);
  });
  if (mention !== null && where === 'here') addHere(mention, kind, place, analysis, add);
  if (mention !== null && where === 'before') addBefore(mention, kind, place, analysis, add);
  return features;
}

const kindOf = ({ kind, naming }: Mention, reading: Candidate['reading']): string =>
  reading === 'side' ? `side of ${kind}` : `${kind}:${naming}`;

/** How fine a place is, as its id tells: the finest that a sentence names is mostly meant. */
export function grainOf({ id, mention }: Candidate | { readonly id: string; readonly mention: Mention }): string {
  if (mention?.kind === 'country' || /^[A-Z]{2,}$/.test(id)) return 'country';
  if (/-(?:oblast|province|region|governorate|district|state|county)$/.test(id)) return 'region';
  if (/-(?:border|coast|sea)$/.test(id)) return 'edge';
  if (/^(?:north|south|east|west|central)/.test(id)) return 'part';
  return mention?.entity == null ? 'unknown' : 'spot';
}

const COARSE: ReadonlySet<string> = new Set(['country', 'part']);

function addGrain(candidate: Candidate, at: number, analysis: Analysis, add: Add): void {
  const grain = grainOf(candidate);
  const isFiner = (mention: Mention): boolean =>
    mention.kind === 'place' && mention.id !== candidate.id && !COARSE.has(grainOf({ id: mention.id, mention }));
  const finer = COARSE.has(grain) && (analysis.mentions.get(at)?.some(isFiner) ?? false);
  add(joined(joined(GRAIN, grain), candidate.where));
  add(hash(`finer:${finer}:${candidate.where}`));
  if (candidate.where === 'here') add(joined(joined(GRAIN, grain), previousOf(candidate.mention, at, analysis)));
}

const previousOf = (mention: Mention | null, at: number, { document }: Analysis): string =>
  (mention && document.sentences[at]?.tokens[mention.from - 1]?.lemma) ?? '^';

function addHere(mention: Mention, kind: string, { at }: SlotPlace, analysis: Analysis, add: Add): void {
  const previous = previousOf(mention, at, analysis);
  const next = analysis.document.sentences[at]?.tokens[mention.to];
  add(joined(PREVIOUS, previous));
  add(joined(joined(PREVIOUS, previous), kind));
  add(joined(NEXT, next?.lemma ?? '$'));
  add(joined(joined(NEXT, next?.pos ?? '$'), kind));
  add(hash(`first:${analysis.mentions.get(at)?.[0] === mention}`));
  if (mention.role !== null) add(hash(`office:${mention.role}`));
}

function addBefore(mention: Mention, kind: string, { at }: SlotPlace, analysis: Analysis, add: Add): void {
  const back = at - mention.sentence;
  add(hash(`back:${back}`));
  add(hash(`back:${back}:${kind}`));
  add(hash(`back first:${mention.from < 2}`));
  add(hash(`was subject:${wasSubject(mention, analysis)}:${kind}`));
}

const wasSubject = ({ sentence, to }: Mention, { clauses }: Analysis): boolean =>
  clauses[sentence]?.predicates.some(({ subject }) => subject !== null && to > subject.from && to <= subject.to) ??
  false;

const countryOfCandidate = ({ mention, reading, id }: Candidate, { profile }: Analysis): string | null =>
  (mention !== null && reading === 'named' ? countryOf(mention) : null) ?? profile.countryOf.get(id) ?? null;

/** How a place stands to the others around it: a country is rarely meant where a town in it is named. */
function addScene(candidate: Candidate, scene: Scene, analysis: Analysis, add: Add): void {
  const { where } = candidate;
  const grain = grainOf(candidate);
  const own = countryOfCandidate(candidate, analysis);
  const rank = analysis.profile.countries.findIndex(({ id }) => id === own);
  add(hash(`scene finer:${own === null ? 'unknown' : scene.finer.get(own)}:${grain}:${where}`));
  add(hash(`scene named:${own !== null && scene.named.has(own)}:${grain}:${where}`));
  add(hash(`scene adjective:${own !== null && scene.adjectives.has(own)}:${grain}:${where}`));
  add(hash(`scene country:${Math.min(3, rank)}:${grain}:${where}`));
  if (where !== 'here') for (const noun of scene.nouns) add(hash(`scene the:${noun}:${grain}:${where}`));
}

/** Which of several triggers it is about. */
export function triggerFeatures(trigger: Trigger | null): Features {
  const { add, features } = collector();
  const voice = voiceOf(trigger?.predicate ?? null);
  for (const { key, tag } of trigger?.hits ?? []) {
    add(joined(TRIGGER, key), 0.5);
    add(joined(joined(TRIGGER, tag), voice), 0.5);
  }
  return features;
}

/** How a candidate stands to a trigger. */
export function relationFeatures(
  candidate: Candidate,
  trigger: Trigger | null,
  { at, slot }: SlotPlace,
  parties: Parties,
  analysis: Analysis,
): Features {
  const { mention, where, reading } = candidate;
  const { add, features } = collector();
  addParties(candidate, slot, parties, analysis, add);
  if (mention === null) return features;
  if (where === 'before') add(hash(`back:${trigger?.predicate?.subject === null}`));
  if (where === 'here' && trigger !== null) addRelation(mention, kindOf(mention, reading), trigger, at, analysis, add);
  return features;
}

/** Whose side a candidate is on, as the trigger's own parts tell: nobody strikes their own, few strike at home. */
function addParties(
  candidate: Candidate,
  slot: string,
  { doer, undergoer, doerWord }: Parties,
  analysis: Analysis,
  add: Add,
): void {
  const own = countryOfCandidate(candidate, analysis) ?? candidate.id;
  const { where } = candidate;
  if (doer !== null) add(hash(`doer:${own === doer}:${where}`));
  if (undergoer !== null) add(hash(`undergoer:${own === undergoer}:${where}`));
  if (doerWord !== '' && slot !== 'place')
    add(hash(`doer:${doerWord}:${where}:${candidate.mention ? kindOf(candidate.mention, candidate.reading) : ''}`));
}

function addRelation(
  mention: Mention,
  kind: string,
  { hits, at: triggerAt, predicate }: Trigger,
  at: number,
  analysis: Analysis,
  add: Add,
): void {
  const word = mention.to - 1;
  const distant = distance(word - triggerAt);
  const away = joined(AWAY, distant);
  const nearest = nearness(mention, triggerAt, analysis.mentions.get(at) ?? []);
  add(joined(away, kind));
  add(hash(`nearest:${nearest}:${mention.kind}`));
  add(joined(away, previousOf(mention, at, analysis)));
  const clauses = analysis.clauses[at];
  const role = joined(ROLE, predicate && clauses ? roleOf(word, predicate, clauses) : `none ${distant}`);
  const inVoice = joined(role, voiceOf(predicate));
  for (const feature of [role, inVoice, joined(inVoice, kind), joined(role, nearest)]) add(feature);
  for (const { key, tag } of hits) {
    add(joined(inVoice, tag));
    add(joined(role, key));
    add(joined(away, tag));
  }
}

/** How many mentions of its kind stand between a mention and a word, and on which side. */
function nearness(mention: Mention, at: number, all: readonly Mention[]): string {
  let between = 0;
  for (const { kind, from } of all)
    if (kind === mention.kind && ((from > mention.from && from < at) || (from < mention.from && from > at)))
      between += 1;
  return `${mention.from < at ? 'before' : 'after'} ${Math.min(2, between)}`;
}

/** What tells that nobody in reach fills a slot of the event that a trigger tells. */
export function nobodyFeatures(trigger: Trigger | null, here: number): Features {
  const { add, features } = collector();
  add(hash('nobody'));
  add(hash(`nobody:${Math.min(3, here)}`));
  const predicate = trigger?.predicate ?? null;
  const voice = voiceOf(predicate);
  add(hash(`nobody:${voice}:${predicate?.agent === null}:${predicate?.subject === null}`));
  for (const { key, tag } of trigger?.hits ?? []) {
    add(hash(`nobody:${tag}:${voice}`));
    add(hash(`nobody:${key}`), 0.5);
  }
  return features;
}
