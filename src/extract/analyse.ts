import { type Analysis, type Figures, type Signs, signsOf } from './analysis.ts';
import { findVoices } from './attribution/find-voices.ts';
import { findClauses } from './clauses/find-clauses.ts';
import { realisOf } from './clauses/realis-of.ts';
import { findDates } from './dates/find.ts';
import { bindSameDay } from './dates/pick.ts';
import type { Document, Reading, Sentence } from './document.ts';
import { findMentions } from './entities/find-mentions.ts';
import { profileOf } from './entities/profile.ts';
import { FRAME_TYPES } from './frames/lexicon.ts';
import type { Knowledge } from './knowledge.ts';
import { findAmounts } from './quantities/amount.ts';
import { findCounts } from './quantities/count.ts';
import { readDocument } from './read-document.ts';
import { roleShares } from './slots/role-shares.ts';

/** Takes an article apart: sentences, names, clauses, speakers, figures. Linear in its length; never throws. */
export function analyse(reading: Reading, knowledge: Knowledge): Analysis {
  const document = readDocument(reading, knowledge.tag);
  const { sentences, title } = document;
  const mentions = findMentions(document, knowledge.names);
  const voices = findVoices(document, mentions, knowledge.attribution);
  const signs = sentences.map((sentence) => signsOf(sentence, knowledge.frames));
  const clauses = sentences.map((sentence, at) =>
    tellsEvent(signs[at]) ? findClauses(sentence, knowledge.clauses) : NO_CLAUSES,
  );
  const read = {
    document,
    signs,
    titleSigns: title && signsOf(title, knowledge.frames),
    mentions: Map.groupBy(mentions, ({ sentence }) => sentence),
    profile: profileOf(document, mentions),
    clauses,
    realisOf: (at: number, predicate: Parameters<typeof realisOf>[0]) =>
      realisOf(predicate, clauses[at] ?? NO_CLAUSES, knowledge.clauses),
    figures: figuresOf(document, knowledge),
    voices,
    speakers: speakersOf(voices),
    vectors: knowledge.vectors,
    items: knowledge.frames.items,
    excerptWords: knowledge.excerptWords,
    detailWords: knowledge.detailWords,
    statementWords: knowledge.statementWords,
  };
  const roles = FRAME_TYPES.map((type) => [type, roleShares(type, read)] as const);
  return { ...read, roles: Object.fromEntries(roles) as Analysis['roles'] };
}

/** Only who stands how to a trigger is asked of clauses, and they take long to find. */
const tellsEvent = (signs: Signs | undefined): boolean =>
  signs !== undefined && FRAME_TYPES.some((type) => signs.triggers[type].length > 0);

const NO_CLAUSES: Analysis['clauses'][number] = { nounPhrases: [], predicates: [], phraseOf: [], verbsBefore: [] };

function figuresOf({ reading, sentences }: Document, { dates, quantities }: Knowledge): readonly Figures[] {
  const texts = sentences.map(({ start, end }: Sentence) => reading.text.slice(start, end));
  const bound = bindSameDay(texts.map((text) => findDates(text, dates)));
  return texts.map((text, at) => {
    const amounts = findAmounts(text, quantities);
    const taken = [...(bound[at] ?? []), ...amounts].toSorted((a, b) => a.start - b.start);
    return { dates: bound[at] ?? [], amounts, counts: findCounts(text, quantities, taken) };
  });
}

function speakersOf({ attributions }: Analysis['voices']): Analysis['speakers'] {
  const speakers = new Map<number, Set<string>>();
  for (const { sentence, holder } of attributions)
    speakers.set(sentence, (speakers.get(sentence) ?? new Set()).add(holder.who));
  return speakers;
}
