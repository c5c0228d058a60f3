import { fold } from './fold.ts';

export interface Outlet {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly pictures: boolean;
}

/** Outlets by the first word of each of their names, and by their domains. */
export interface OutletIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly OutletName[]>;
  readonly byDomain: ReadonlyMap<string, Outlet>;
}

interface OutletName {
  readonly words: readonly string[];
  readonly outlet: Outlet;
}

/** A word as it stands in a text, offsets half-open. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’&./-]*/gu;
const LOOSE_END = /(?:['’]s?|[./&-])+$/;

/** Words with their inner marks ("RFE/RL", "Censor.net"), a possessive and marks at the end taken off. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const word = match[0].length > 60 ? match[0] : match[0].replace(LOOSE_END, '');
    return { text: word, start: match.index, end: match.index + word.length };
  });
}

export function outletIndex(outlets: readonly Outlet[]): OutletIndex {
  const names = outlets.flatMap((outlet) =>
    [outlet.name, ...outlet.aliases]
      .filter((name) => !name.includes('('))
      .map((name) => ({ words: wordsOf(name).map(({ text }) => text), outlet })),
  );
  names.sort((a, b) => b.words.length - a.words.length);
  return {
    byFirstWord: Map.groupBy(names, ({ words }) => words[0] ?? ''),
    byDomain: outletsByDomain(outlets),
  };
}

export const outletsByDomain = (outlets: readonly Outlet[]): OutletIndex['byDomain'] =>
  new Map(outlets.flatMap((outlet) => outlet.domains.map((domain) => [fold(domain), outlet])));

/** The outlet whose name stands at a word, the longest name first. Case counts: "The Sun" is one, "the sun" none. */
function outletAt(index: OutletIndex, words: readonly Word[], at: number): Found | null {
  for (const name of index.byFirstWord.get(words[at]?.text ?? '') ?? [])
    if (name.words.every((word, step) => words[at + step]?.text === word))
      return { outlet: name.outlet, from: at, to: at + name.words.length };
  return null;
}

/** An outlet's name in a list of words, half-open. */
export interface Found {
  readonly outlet: Outlet;
  readonly from: number;
  readonly to: number;
}

/** All outlets that are named, in order, names inside longer names left out. */
export function outletsIn(index: OutletIndex, words: readonly Word[]): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const here = outletAt(index, words, at);
    if (here !== null) found.push(here);
    at = here?.to ?? at + 1;
  }
  return found;
}

/** The outlet whose site a host belongs to ("edition.cnn.com"). */
export function outletOfHost(index: Pick<OutletIndex, 'byDomain'>, host: string): Outlet | null {
  const labels = host.toLowerCase().split('.').slice(-5);
  for (let at = 0; at + 1 < labels.length; at += 1) {
    const outlet = index.byDomain.get(labels.slice(at).join('.'));
    if (outlet !== undefined) return outlet;
  }
  return null;
}
