import type { Document } from '../document.ts';
import { followUp } from './antecedent.ts';
import { contextOf } from './context.ts';
import { decide } from './decide.ts';
import type { Draft } from './draft.ts';
import { inHouseStyle } from './house-style.ts';
import type { Mention } from './mention.ts';
import type { Names } from './names.ts';
import { peopleOf } from './people.ts';
import { readSentence } from './reader.ts';
import { scan } from './scan.ts';
import { shortNamesOf } from './short-names.ts';

/** Everyone and every place that a document names, the title first, then in text order. Linear in the text. */
export function findMentions(document: Document, names: Names): readonly Mention[] {
  const sentences = document.title ? [document.title, ...document.sentences] : document.sentences;
  const drafts = sentences.flatMap((sentence) => scan(readSentence(sentence, names)));
  const known = {
    names,
    context: contextOf(drafts, names),
    people: peopleOf(drafts),
    shortNames: shortNamesOf(drafts),
  };
  const mentions: Mention[] = [];
  for (const draft of drafts) {
    const readings = followUp(draft, mentions, known) ?? [decide(draft, known) ?? []].flat();
    for (const reading of readings) mentions.push({ ...placeOf(draft, document), ...reading });
  }
  return inHouseStyle(mentions, names);
}

function placeOf(
  { sentence, from, to }: Draft,
  { reading }: Document,
): Pick<Mention, 'sentence' | 'from' | 'to' | 'start' | 'end' | 'surface'> {
  const start = sentence.tokens[from]?.start ?? 0;
  const end = sentence.tokens[to - 1]?.end ?? start;
  const text = sentence.index === -1 ? (reading.title ?? '') : reading.text;
  return { sentence: sentence.index, from, to, start, end, surface: text.slice(start, end) };
}
