import type { Analysis } from '../analysis.ts';
import type { Argument } from '../clauses/clauses.ts';
import type { Mention } from '../entities/mention.ts';
import type { Trigger } from './trigger.ts';

/** How many sentences back a slot may be filled from. */
export const REACH = 3;

/** What the surroundings of a sentence tell of its places and people, whichever of them is looked at. */
export interface Scene {
  /** Countries of which a finer place is named, with how near the nearest is. */
  readonly finer: ReadonlyMap<string, 'here' | 'before'>;
  /** Countries that the sentence names, and those of which it has the adjective alone. */
  readonly named: ReadonlySet<string>;
  readonly adjectives: ReadonlySet<string>;
  /** Nouns with an article: "the city", "the base" stand for what was named before. */
  readonly nouns: readonly string[];
}

/** Code of the state that one belongs to or is. */
export const countryOf = ({ kind, id, side }: Mention): string | null => side ?? (kind === 'country' ? id : null);

export function sceneOf(at: number, { mentions, document }: Analysis): Scene {
  const here = mentions.get(at) ?? [];
  const before = Array.from({ length: Math.min(REACH, at) }, (_, back) => mentions.get(at - 1 - back) ?? []).flat();
  return {
    finer: new Map([...finerIn(before, 'before'), ...finerIn(here, 'here')]),
    named: countriesIn(here, (naming) => naming !== 'adjective'),
    adjectives: countriesIn(here, (naming) => naming === 'adjective'),
    nouns: definiteNouns(document.sentences[at]?.tokens ?? []),
  };
}

const finerIn = <W extends string>(mentions: readonly Mention[], where: W): readonly (readonly [string, W])[] =>
  mentions.flatMap((mention) =>
    mention.kind === 'place' && mention.side !== null ? [[mention.side, where] as const] : [],
  );

const countriesIn = (mentions: readonly Mention[], fits: (naming: Mention['naming']) => boolean): ReadonlySet<string> =>
  new Set(
    mentions.flatMap((mention) => (mention.kind !== 'place' && fits(mention.naming) ? (countryOf(mention) ?? []) : [])),
  );

const definiteNouns = (tokens: Analysis['document']['sentences'][number]['tokens']): readonly string[] =>
  tokens.flatMap(({ pos, lemma }, index) => {
    const article = tokens[index - 1];
    return pos === 'NOUN' && article?.pos === 'DET' && article.lower !== 'a' && article.lower !== 'an' ? [lemma] : [];
  });

/** Whom a trigger's own parts name. */
export interface Parties {
  /** The state of who does it and of whom it is done to; null where they are not named. */
  readonly doer: string | null;
  readonly undergoer: string | null;
  /** The word that stands for who does it, where that is no name ("forces", "it"); '' where there is none. */
  readonly doerWord: string;
}

export function partiesOf(trigger: Trigger | null, at: number, { mentions, document }: Analysis): Parties {
  const predicate = trigger?.predicate ?? null;
  if (predicate === null) return { doer: null, undergoer: null, doerWord: '' };
  const here = mentions.get(at) ?? [];
  const isPassive = predicate.kind === 'verb' && predicate.passive;
  const doer =
    predicate.agent ??
    (predicate.kind === 'noun' ? predicate.possessor : null) ??
    (isPassive ? null : predicate.subject);
  const undergoer = isPassive
    ? predicate.subject
    : (predicate.object ?? (predicate.kind === 'noun' ? predicate.of : null));
  const named = within(doer, here);
  const head = doer === null ? undefined : document.sentences[at]?.tokens[doer.head];
  return {
    doer: named && countryOf(named),
    undergoer: ((one) => one && countryOf(one))(within(undergoer, here)),
    doerWord: named === null && head ? head.lemma : '',
  };
}

const within = (part: Argument | null, here: readonly Mention[]): Mention | null =>
  (part && here.find(({ to }) => to > part.from && to <= part.to)) ?? null;
