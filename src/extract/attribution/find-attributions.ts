import type { Document, Sentence, Span } from '../document.ts';
import type { Mention } from '../entities/mention.ts';
import { type Attribution, type Holder, UNSPECIFIED } from './attribution.ts';
import { colonCue } from './colon-cue.ts';
import type { Cue } from './cue.ts';
import { cuesIn } from './cues.ts';
import { createGrammar } from './grammar.ts';
import type { AttributionLexicon } from './lexicon.ts';
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
  lexicon: AttributionLexicon,
): readonly Attribution[] {
  const grammar = createGrammar(lexicon);
  const named = Map.groupBy(mentions, ({ sentence }) => sentence);
  const lineOf = (sentence: Sentence): Line => createLine(sentence, named.get(sentence.index) ?? [], grammar);
  const title = document.title ? attributionsIn(lineOf(document.title), null, null).found : [];
  const body = inSentences(document, lineOf);
  const quotations = findQuotations(document.reading.text, document.sentences);
  return [...title, ...body, ...attributeQuotations(document.sentences, quotations, body)];
}

/** Speakers of all sentences, each knowing who spoke before. */
function inSentences({ sentences }: Document, lineOf: (sentence: Sentence) => Line): readonly Attribution[] {
  const all: Attribution[] = [];
  let last: Holder | null = null;
  for (const sentence of sentences) {
    const before = sentences[sentence.index - 1] ?? null;
    const { found, speaker } = attributionsIn(lineOf(sentence), before, last);
    all.push(...found);
    last = speaker;
  }
  return all;
}

interface Spoken {
  readonly found: readonly Attribution[];
  /** Who spoke last, here or before. */
  readonly speaker: Holder | null;
}

function attributionsIn(line: Line, before: Sentence | null, last: Holder | null): Spoken {
  const cues = cuesIn(line);
  const colon = cues.length === 0 ? colonCue(line) : null;
  const found: Attribution[] = [];
  let speaker = last;
  let here: Holder | null = null;
  for (const cue of colon ? [colon] : cues) {
    const holder = holderOf(line, cue, here, speaker);
    if (holder === null) continue;
    found.push(...stretches(line, cue, holder, before));
    if (holder.who === UNSPECIFIED) continue;
    here = holder;
    speaker = holder;
  }
  return { found, speaker };
}

/** @param here who spoke before in this sentence @param last who spoke before at all, whom a pronoun means */
function holderOf(line: Line, cue: Cue, here: Holder | null, last: Holder | null): Holder | null {
  const words = wordsOf(line, cue.words);
  const via = cue.via ? wordsOf(line, cue.via) : null;
  if (cue.speaker === 'unspecified') return { who: UNSPECIFIED, surface: '', side: null, cue: words, via };
  if (cue.speaker === 'continued') return here && { ...here, cue: words, via: via ?? here.via };
  const { who, surface, side } = cue.speaker;
  if (who !== null) return { who: who || UNSPECIFIED, surface, side, cue: words, via };
  return last && { ...last, cue: words, via };
}

function stretches(line: Line, cue: Cue, holder: Holder, before: Sentence | null): readonly Attribution[] {
  const outlet = typeof cue.speaker === 'object' && cue.speaker.outlet;
  const frame = spanOf(line, cue.frame);
  const shared = { sentence: line.sentence.index, frame, holder, outlet, verbClass: cue.verbClass };
  const spans: readonly Span[] = cue.before && before ? [before] : cue.content.map((range) => spanOf(line, range));
  return spans
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ ...shared, start, end, quoted: false }));
}
