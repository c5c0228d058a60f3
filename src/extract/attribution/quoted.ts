import type { Sentence, Span } from '../document.ts';
import type { Attribution } from './attribution.ts';
import type { Quotation } from './quotation.ts';

/** Hands each quotation to whoever is named beside it, else to the speaker of the quotation before it in its paragraph or right before. */
export function attributeQuotations(
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const bySentence = Map.groupBy(attributions, ({ sentence }) => sentence);
  const found: Attribution[] = [];
  let before: Attribution | null = null;
  for (const parts of chained(quotations.filter(({ long }) => long))) {
    const [first] = parts;
    const source: Attribution | null =
      parts.map((part) => named(part, bySentence)).find((a) => a !== null) ??
      (first ? continued(first, before, sentences, bySentence) : null);
    if (source === null) continue;
    const given = parts.map(({ start, end }): Attribution => ({ ...source, start, end, quoted: true }));
    found.push(...given);
    before = given.at(-1) ?? before;
  }
  return found;
}

/** Quotations that go on over paragraphs, together. */
function chained(quotations: readonly Quotation[]): readonly (readonly Quotation[])[] {
  const chains: Quotation[][] = [];
  let going = false;
  for (const quotation of quotations) {
    if (going) chains.at(-1)?.push(quotation);
    else chains.push([quotation]);
    going = quotation.goesOn;
  }
  return chains;
}

type BySentence = ReadonlyMap<number, readonly Attribution[]>;
const NONE: readonly Attribution[] = [];

/** The attribution in the quotation's first or last sentence that holds it, and whose own words stand outside of it or interrupt it. */
function named(quotation: Quotation, bySentence: BySentence): Attribution | null {
  const near = [...(bySentence.get(quotation.first) ?? NONE), ...(bySentence.get(quotation.last) ?? NONE)];
  const holding = near.filter(
    (a) => overlaps(a, quotation) && (!within(a.frame, quotation) || interrupts(a, quotation)),
  );
  return holding.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/** "«…, — said X. — …»": the speaker's words stand between hers, from whose beginning they hand over. */
const interrupts = (a: Span, quotation: Span): boolean => a.start >= quotation.start && a.start <= quotation.start + 1;

const overlaps = (a: Span, b: Span): boolean => Math.min(a.end, b.end) - Math.max(a.start, b.start) > 2;
const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** A quotation that stands alone: the one before it goes on, or the sentence before it names its speaker. */
function continued(
  { first }: Quotation,
  before: Attribution | null,
  sentences: readonly Sentence[],
  bySentence: BySentence,
): Attribution | null {
  const paragraph = sentences[first]?.paragraph ?? 0;
  const named = bySentence.get(first - 1)?.filter(({ holder }) => holder.surface !== '') ?? [];
  // An outlet beside a speaker only passes the words on.
  const previous = named.findLast(({ outlet }) => !outlet) ?? named.at(-1) ?? null;
  const near = before && paragraph - (sentences[before.sentence]?.paragraph ?? 0) <= 1 ? before : null;
  return previous ?? near;
}
