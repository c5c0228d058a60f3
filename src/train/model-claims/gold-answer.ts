import { z } from 'zod';
import type { Analysis } from '../../extract/analysis.ts';
import type { Sentence } from '../../extract/document.ts';
import type { Names } from '../../extract/entities/names.ts';
import { ModelClaim } from '../../model-claims/answer.ts';
import { sameName, samePlace, valuesOf } from '../gold.ts';

/** An annotated claim; what is asked of it beside its slots. */
export const AnnotatedClaim = z.looseObject({
  type: z.string(),
  opt: z.number().nullish(),
  spans: z.array(z.tuple([z.number(), z.number()])),
  attr: z.unknown(),
  epi: z.string().nullish(),
  realis: z.string().nullish(),
  neg: z.boolean().nullish(),
});
export type AnnotatedClaim = z.infer<typeof AnnotatedClaim>;

const Holder = z.object({ who: z.unknown(), surface: z.string().nullish() });
const Dated = z.object({ text: z.string() });
const Amount = z.object({ value: z.number(), cur: z.string() });
const Count = z.union([z.object({ value: z.number() }), z.object({ vague: z.string() })]);

/** What a model would answer that reads as the annotator did; null where it fits no slot. */
export function answerOf(gold: AnnotatedClaim, analysis: Analysis, names: Names): ModelClaim | null {
  const found = sentenceOf(gold, analysis);
  if (found === null) return null;
  const { sentence, quote } = found;
  const words = wordsFor(sentence, analysis, names);
  const list = (slot: string): readonly string[] => valuesOf(gold[slot]).flatMap((id) => words.name(id) ?? []);
  const first = (slot: string): string | null => list(slot)[0] ?? null;
  const claim = {
    ...{ type: gold.type, sentence: sentence.index + 1, quote, speaker: speakerIn(gold.attr, words.name) },
    ...{ epi: gold.epi ?? 'asserted', realis: gold.realis ?? 'actual', negated: gold.neg === true },
    // Asked for in the words of the sentence.
    date: words.date(gold.date),
    ...{ donor: list('donor'), recipient: first('recipient'), actor: first('actor'), place: list('place') },
    ...{ visitor: list('visitor'), host: list('host'), weapon: valuesOf(gold.weapon) },
    ...{ action: valuesOf(gold.action)[0], status: valuesOf(gold.status)[0] },
    kind: gold.type === 'impact' ? valuesOf(gold.kind) : (valuesOf(gold.kind)[0] ?? null),
    ...{ amount: words.amount(gold.amount), count: words.count(gold.count) },
  };
  const answer = ModelClaim.safeParse(claim).data ?? null;
  return answer && { ...answer, quote: quoteWith(answer, sentence, analysis) };
}

/** What was annotated, with what stands between it and the words of the answer that stand beside it: as a model is asked to quote. */
function quoteWith(answer: ModelClaim, { start, end }: Sentence, { document }: Analysis): string {
  const text = document.reading.text.slice(start, end);
  const said = Object.entries(answer).flatMap(([slot, value]) => (WORDS.has(slot) ? [value].flat() : []));
  const words = said.filter((word): word is string => typeof word === 'string' && word !== '');
  let [from, to] = [text.indexOf(answer.quote), text.indexOf(answer.quote) + answer.quote.length];
  for (const word of words.filter((each) => !text.slice(from, to).includes(each))) {
    const [before, after] = [text.slice(0, from).lastIndexOf(word), text.indexOf(word, to)];
    if (before !== -1 && (after === -1 || from - before <= after + word.length - to)) from = before;
    else if (after !== -1) to = after + word.length;
  }
  return text.slice(from, to);
}

/** The sentence that has most of the annotated words, with those of them that stand there. */
function sentenceOf({ spans }: AnnotatedClaim, { document }: Analysis) {
  const shares = document.sentences.flatMap((sentence) =>
    spans.map(([from, to]) => ({ sentence, start: Math.max(from, sentence.start), end: Math.min(to, sentence.end) })),
  );
  const best = shares.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  if (best === undefined || best.end - best.start < 12) return null;
  const quote = document.reading.text.slice(best.start, best.end).trim();
  return { sentence: best.sentence, quote };
}

function speakerIn(value: unknown, name: (id: string) => string | null): string | null {
  const holder = Holder.safeParse([value].flat()[0]);
  if (!holder.success) return null;
  const who = valuesOf(holder.data.who)[0];
  return holder.data.surface ?? (who === undefined || who === 'unspecified' ? null : (name(who) ?? who));
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** An id or value as the article writes it in the sentence, by the name that a pronoun there stands for; null where it does not. */
function wordsFor(sentence: Sentence, analysis: Analysis, names: Names) {
  const here = analysis.mentions.get(sentence.index) ?? [];
  const { amounts = [], counts = [] } = analysis.figures[sentence.index] ?? {};
  const textAt = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    analysis.document.reading.text.slice(sentence.start + start, sentence.start + end);
  return {
    name: (id: string): string | null => {
      const found = here.filter((mention) => sameName(id, mention.id) || samePlace(id, mention.id));
      const named = found.find(({ naming }) => naming !== 'pronoun');
      return named?.surface ?? (found.length > 0 ? ourName(id, names) : null);
    },
    date: (value: unknown): string | null => {
      const date = Dated.safeParse(value).data?.text ?? null;
      return date !== null && textAt({ start: 0, end: sentence.end - sentence.start }).includes(date) ? date : null;
    },
    amount: (value: unknown): string | null => {
      const wanted = Amount.safeParse(value).data;
      if (wanted === undefined) return null;
      const found = amounts.find((each) => each.value === wanted.value && each.cur === wanted.cur);
      return found ? textAt(found) : `${wanted.value} ${wanted.cur}`;
    },
    count: (value: unknown): string | null => {
      const wanted = Count.safeParse(value).data;
      if (wanted === undefined) return null;
      if ('vague' in wanted) return wanted.vague;
      const found = counts.find((each) => 'value' in each && each.value === wanted.value);
      return found ? textAt(found) : String(wanted.value);
    },
  };
}

function ourName(id: string, names: Names): string {
  const entity = names.byCode.get(id) ?? names.byId.get(id);
  if (entity) return entity.names.en;
  if (/^[A-Z]{2}$/.test(id)) return regions.of(id) ?? id;
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** Whether an answer tells all that its annotation has: names, numbers and a date that stand in its quotation, and nothing is left out. */
export function isExplicit(told: ModelClaim, gold: AnnotatedClaim, { document }: Analysis): boolean {
  const words = Object.entries(told).flatMap(([slot, value]) => (WORDS.has(slot) ? [value].flat() : []));
  const named = ['donor', 'actor', 'visitor', 'host', 'place', 'recipient'].filter((slot) => slot in told);
  const isDateLeftOut = told.date === null && Dated.safeParse(gold.date).success;
  const isLeftOut =
    isDateLeftOut ||
    named.some((slot) => valuesOf(gold[slot]).length > [told[slot as keyof ModelClaim]].flat().filter(Boolean).length);
  const isThere = (word: unknown): boolean => word === null || (typeof word === 'string' && told.quote.includes(word));
  const sentence = document.sentences[told.sentence - 1];
  const speaker =
    told.speaker === null ||
    (sentence !== undefined && document.reading.text.slice(sentence.start, sentence.end).includes(told.speaker));
  return (
    !isLeftOut &&
    speaker &&
    words.every(isThere) &&
    (named.length === 0 || named.some((slot) => [told[slot as keyof ModelClaim]].flat().some(Boolean)))
  );
}

const WORDS: ReadonlySet<string> = new Set([
  'donor',
  'recipient',
  'actor',
  'visitor',
  'host',
  'place',
  'amount',
  'count',
  'date',
]);
