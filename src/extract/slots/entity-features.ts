import type { Analysis } from '../analysis.ts';
import { roleOf } from '../clauses/role-of.ts';
import type { Mention } from '../entities/mention.ts';
import type { FrameType } from '../frames/lexicon.ts';
import { type Bag, createBag } from '../learned/bag.ts';
import type { Candidate } from './candidates.ts';
import { distance } from './distance.ts';
import { type Trigger, voiceOf } from './trigger.ts';

type Add = (feature: string, value?: number) => void;

export interface SlotPlace {
  readonly type: FrameType;
  readonly slot: string;
  /** Index of the sentence. */
  readonly at: number;
}

/** What tells whether a candidate fills a slot of the event that a trigger tells; a trigger of null where there is none. */
export function candidateBag(candidate: Candidate, trigger: Trigger | null, place: SlotPlace, analysis: Analysis): Bag {
  const { add, bag } = createBag(`slot ${place.type} ${place.slot}`);
  const { mention, where, rank } = candidate;
  const kind = mention === null ? 'none' : kindOf(mention, candidate.reading);
  add(where);
  add(`kind:${kind}:${where}`);
  add(`rank:${rank}:${where}`);
  add(`reading:${candidate.reading}:${where}`);
  if (place.slot === 'place') addGrain(candidate, place.at, analysis, add);
  if (analysis.speakers.get(place.at)?.has(candidate.id)) add(`speaks:${where}`);
  if (analysis.profile.where[place.at] === candidate.id) add(`where:${where}`);
  if ((analysis.mentions.get(-1) ?? []).some(({ id }) => id === candidate.id)) add(`titled:${where}`);
  analysis.roles[place.type].get(candidate.id)?.forEach((share, role) => {
    add(`doc:${role}`, share * 2);
  });
  addTrigger(trigger, add);
  if (mention !== null && where === 'here') addHere(candidate, mention, trigger, place, analysis, add);
  if (mention !== null && where === 'before') addBefore(candidate, mention, trigger, place, add);
  return bag;
}

const kindOf = ({ kind, naming }: Mention, reading: Candidate['reading']): string =>
  reading === 'side' ? `side of ${kind}` : `${kind}:${naming}`;

/** How fine a place is, as its id tells: the finest that a sentence names is mostly meant. */
function grainOf({ id, mention }: Candidate | { readonly id: string; readonly mention: Mention }): string {
  if (mention?.kind === 'country' || /^[A-Z]{2,}$/.test(id)) return 'country';
  if (/-(?:oblast|province|region|governorate|district|state|county)$/.test(id)) return 'region';
  if (/-(?:border|coast|sea)$/.test(id)) return 'edge';
  if (/^(?:north|south|east|west|central)/.test(id)) return 'part';
  return mention?.entity == null ? 'unknown' : 'spot';
}

const COARSE: ReadonlySet<string> = new Set(['country', 'part']);

function addGrain(candidate: Candidate, at: number, analysis: Analysis, add: Add): void {
  const grain = grainOf(candidate);
  const others = (analysis.mentions.get(at) ?? []).filter(({ kind, id }) => kind === 'place' && id !== candidate.id);
  const finer = COARSE.has(grain) && others.some((mention) => !COARSE.has(grainOf({ id: mention.id, mention })));
  add(`grain:${grain}:${candidate.where}`);
  add(`finer:${finer}:${candidate.where}`);
  const previous = candidate.mention && analysis.document.sentences[at]?.tokens[candidate.mention.from - 1]?.lemma;
  if (candidate.where === 'here') add(`grain:${grain}:${previous ?? '^'}`);
}

/** Which of several triggers it is about. */
function addTrigger(trigger: Trigger | null, add: Add): void {
  for (const { key, tag } of trigger?.hits ?? []) {
    add(`t:${key}`, 0.5);
    add(`t:${tag}:${voiceOf(trigger?.predicate ?? null)}`, 0.5);
  }
}

function addHere(
  candidate: Candidate,
  mention: Mention,
  trigger: Trigger | null,
  place: SlotPlace,
  analysis: Analysis,
  add: Add,
): void {
  const tokens = analysis.document.sentences[place.at]?.tokens ?? [];
  const kind = kindOf(mention, candidate.reading);
  const [previous, next] = [tokens[mention.from - 1]?.lemma ?? '^', tokens[mention.to]];
  add(`prev:${previous}`);
  add(`prev:${previous}:${kind}`);
  add(`next:${next?.lemma ?? '$'}`);
  add(`next:${next?.pos ?? '$'}:${kind}`);
  add(`first:${String(analysis.mentions.get(place.at)?.[0] === mention)}`);
  if (mention.role !== null) add(`office:${mention.role}`);
  if (trigger !== null) addRelation(mention, kind, previous, trigger, place, analysis, add);
}

/** How a mention stands to the trigger. */
function addRelation(
  mention: Mention,
  kind: string,
  previous: string,
  { hits, at, predicate }: Trigger,
  place: SlotPlace,
  analysis: Analysis,
  add: Add,
): void {
  const word = mention.to - 1;
  const away = distance(word - at);
  const nearest = nearness(mention, at, analysis.mentions.get(place.at) ?? []);
  add(`away:${away}:${kind}`);
  add(`nearest:${nearest}:${mention.kind}`);
  add(`away:${away}:${previous}`);
  const clauses = analysis.clauses[place.at];
  const voice = voiceOf(predicate);
  const role = predicate && clauses ? roleOf(word, predicate, clauses) : `none ${away}`;
  for (const feature of [role, `${role}:${voice}`, `${role}:${voice}:${kind}`, `${role}:${nearest}`])
    add(`role:${feature}`);
  for (const { key, tag } of hits) {
    add(`role:${role}:${voice}:${tag}`);
    add(`role:${role}:${key}`);
    add(`away:${away}:${tag}`);
  }
}

/** How many mentions of its kind stand between a mention and a word, and on which side. */
function nearness(mention: Mention, at: number, all: readonly Mention[]): string {
  const between = all.filter(
    ({ kind, from }) =>
      kind === mention.kind && ((from > mention.from && from < at) || (from < mention.from && from > at)),
  ).length;
  return `${mention.from < at ? 'before' : 'after'} ${Math.min(2, between)}`;
}

function addBefore(candidate: Candidate, mention: Mention, trigger: Trigger | null, { at }: SlotPlace, add: Add): void {
  const back = at - mention.sentence;
  add(`back:${back}`);
  add(`back:${back}:${kindOf(mention, candidate.reading)}`);
  add(`back first:${mention.from < 2}`);
  add(`back:${trigger?.predicate?.subject === null}`);
}

/** What tells that nobody in reach fills a slot. */
export function nobodyBag(trigger: Trigger | null, { type, slot }: SlotPlace, here: number): Bag {
  const { add, bag } = createBag(`slot ${type} ${slot}`);
  add('nobody');
  add(`nobody:${Math.min(3, here)}`);
  addTrigger(trigger, add);
  const predicate = trigger?.predicate ?? null;
  const voice = voiceOf(predicate);
  add(`nobody:${voice}:${predicate?.agent === null}:${predicate?.subject === null}`);
  for (const { key, tag } of trigger?.hits ?? []) {
    add(`nobody:${tag}:${voice}`);
    add(`nobody:${key}`, 0.5);
  }
  return bag;
}
