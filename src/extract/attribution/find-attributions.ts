import type { Document, Sentence, Span } from '../document.ts';
import type { Mention } from '../entities/mention.ts';
import { type Attribution, type Holder, UNSPECIFIED } from './attribution.ts';
import { colonCue } from './colon-cue.ts';
import type { Cue } from './cue.ts';
import { cuesIn } from './cues.ts';
import { type Described, introduce, meantBy } from './described.ts';
import type { Grammar } from './grammar.ts';
import { createLine, type Line, spanOf, wordsOf } from './line.ts';
import { findQuotations } from './quotation.ts';
import { attributeQuotations } from './quoted.ts';

/**
 * Who says what in a document: every stretch that is handed to somebody beside the narrator, the title's first.
 * Stretches may lie in each other: `attributionAt` chooses. Linear in the document.
 * @param mentions of this document, in the order of their sentences
 */
export function findAttributions(
  document: Document,
  mentions: readonly Mention[],
  grammar: Grammar,
): readonly Attribution[] {
  const named = Map.groupBy(mentions, ({ sentence }) => sentence);
  const lineOf = (sentence: Sentence): Line => createLine(sentence, named.get(sentence.index) ?? [], grammar);
  const nobody: Known = { last: null, described: new Map() };
  const title = document.title ? attributionsIn(lineOf(document.title), nobody, null) : [];
  const body = inSentences(document, lineOf);
  const quotations = findQuotations(document.reading.text, document.sentences);
  const quoted = attributeQuotations(document.sentences, quotations, body);
  return [...title, ...body, ...quoted].filter(({ start, end }) => end > start);
}

/** Speakers of all sentences, each knowing who spoke before. */
function inSentences({ sentences }: Document, lineOf: (sentence: Sentence) => Line): readonly Attribution[] {
  const known: Known = { last: null, described: new Map() };
  return sentences.flatMap((sentence) => {
    const line = lineOf(sentence);
    const found = attributionsIn(line, known, sentences[sentence.index - 1] ?? null);
    introduce(known.described, line.mentions);
    return found;
  });
}

/** Who spoke and who was named so far; filled on the way. */
interface Known {
  /** Whom "he said" means where nothing else tells. */
  last: Holder | null;
  readonly described: Described;
}

function attributionsIn(line: Line, known: Known, before: Sentence | null): readonly Attribution[] {
  const cues = cuesIn(line);
  const colon = cues.length === 0 ? colonCue(line) : null;
  const found: Attribution[] = [];
  let here: Holder | null = null;
  for (const cue of colon ? [colon] : cues) {
    const holder = holderOf(line, cue, here, known);
    if (holder === null) continue;
    if (cue.cites && found.at(-1)?.outlet) found.push(...found.splice(0).map((a) => citing(a, holder)));
    else found.push(...stretches(line, cue, holder, before));
    if (holder.who === UNSPECIFIED) continue;
    here = holder;
    known.last = holder;
  }
  return found.map((attribution) => ({ ...attribution, end: endWithin(attribution, found) }));
}

/** What an outlet has from somebody: that one's word, passed on by the outlet. */
const citing = (a: Attribution, source: Holder): Attribution =>
  a.outlet ? { ...a, outlet: false, holder: { ...source, via: a.holder.surface } } : a;

/** Where a stretch ends when another speaker's "…, Y reported" stands at its end. */
function endWithin({ start, end }: Attribution, others: readonly Attribution[]): number {
  const closing = others.find(({ frame }) => frame.start > start && frame.start < end && frame.end >= end - 1);
  return closing && closing.start < start ? closing.frame.start : end;
}

/** @param here who spoke before in this sentence */
function holderOf(
  line: Line,
  { speaker, words, via: outlet, elliptic }: Cue,
  here: Holder | null,
  known: Known,
): Holder | null {
  const cue = wordsOf(line, words);
  const via = outlet ? wordsOf(line, outlet) : null;
  if (speaker === 'unspecified') return { who: UNSPECIFIED, surface: '', side: null, cue, via };
  if (elliptic && here) return { ...here, cue, via: via ?? here.via };
  if (speaker === 'continued') return null;
  const meant = meantBy(speaker, known.described);
  if (meant) return { ...meant, cue, via };
  const { who, surface, side } = speaker;
  return who === null
    ? known.last && { ...known.last, cue, via }
    : { who: who || UNSPECIFIED, surface, side, cue, via };
}

/** What a cue hands over; empty where it stands in a quotation behind the sentence. */
function stretches(line: Line, cue: Cue, holder: Holder, before: Sentence | null): readonly Attribution[] {
  const outlet = typeof cue.speaker === 'object' && cue.speaker.outlet;
  const frame = spanOf(line, cue.frame);
  const shared = { sentence: line.sentence.index, frame, holder, outlet, verbClass: cue.verbClass };
  const { end: close } = line.sentence;
  const elsewhere: Span = cue.before && before ? before : { start: close, end: close };
  const spans = cue.content.length === 0 ? [elsewhere] : cue.content.map((range) => spanOf(line, range));
  return spans.map(({ start, end }) => ({ ...shared, start, end, quoted: false }));
}
