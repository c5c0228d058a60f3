import { nameOf } from '../../speaker.ts';
import { listWords, type WordsContext } from '../context.ts';
import type { Subject } from './clause.ts';

/** Names that English does not use without "the". */
const WITH_THE =
  /^United |^(?:Gulf|Strait|Sea|Bay) of |^(?:Middle East|Netherlands|Philippines|Bahamas|Maldives|Gambia)$|\b(?:Union|Nations|States|Republic|Emirates|Kingdom|Islands|Strip|Bank|Sea|Zone|Peninsula|Congress|Pentagon|Kremlin)$/u;
/** Kinds of place that hold others: what happens "in" them. */
const HOLDING: ReadonlySet<string | undefined> = new Set(['country', 'region', 'area']);

const theName = (name: string): string => (WITH_THE.test(name) ? `the ${name}` : name);

/** Names in a sentence: "the United States, Kyiv and Lviv". */
export const theNames = (refs: readonly string[], { labels, language }: WordsContext): string =>
  listWords(
    refs.map((ref) => theName(nameOf(ref, labels, language))),
    language,
  );

/** Whether verbs after these names are plural: several do, and so do groups; of a name nobody knows, its ending tells. */
export function subjectOf(refs: readonly string[], context: WordsContext): Subject {
  const [first = ''] = refs;
  const kind = context.labels[first]?.kind;
  const isGroup = kind === 'group' || kind === undefined || kind === '';
  return {
    words: theNames(refs, context),
    isPlural: refs.length > 1 || (isGroup && /[^s]s$/u.test(nameOf(first, context.labels, 'en'))),
  };
}

export const holdsPlaces = (refs: readonly string[], { labels }: WordsContext): boolean =>
  refs.some((ref) => HOLDING.has(labels[ref]?.kind));

/** " in Kharkiv Oblast"; '' for no place. */
export const inPlaces = (refs: readonly string[], context: WordsContext): string => before('in', refs, context);

/** " in Kharkiv Oblast", " at Vovchansk": of a town, what goes on around it counts too. */
export const atPlaces = (refs: readonly string[], context: WordsContext): string =>
  before(holdsPlaces(refs, context) ? 'in' : 'at', refs, context);

/** A space, the preposition and the names; '' where there are none. */
export const before = (preposition: string, refs: readonly string[], context: WordsContext): string =>
  refs.length > 0 ? ` ${preposition} ${theNames(refs, context)}` : '';
