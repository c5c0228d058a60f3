import type { DateMeaning, DateMention } from './meaning.ts';

/** Where a claim stands in its sentence, in UTF-16 code units of the sentence. */
export interface ClaimPlace {
  /** Of the word that tells what happened. */
  readonly trigger: number;
  /** Whether the grammar makes a date a part of the clause of that word ("left on Friday"). */
  readonly isPart: (mention: DateMention) => boolean;
}

/**
 * The date of a claim among those of its sentence: first one that stands before the trigger as its attribute ("the 2022
 * offensive"), then a part of its clause, then any, at last one that tells another thing; dates of events before those of
 * speech; the nearest of equals, the first of these. null for none.
 */
export function pickDate(mentions: readonly DateMention[], place: ClaimPlace): DateMention | null {
  const ranked = mentions
    .map((mention) => ({ mention, rank: rankOf(mention, place), away: distance(mention, place.trigger) }))
    .toSorted((a, b) => a.rank - b.rank || a.away - b.away);
  return ranked[0]?.mention ?? null;
}

/** Characters between an attribute and its noun ("the 2022 winter offensive"). */
const ATTRIBUTE_REACH = 24;

function rankOf(mention: DateMention, { trigger, isPart }: ClaimPlace): number {
  const { use, end } = mention;
  if (use === 'attribute') return end <= trigger && trigger - end <= ATTRIBUTE_REACH ? 0 : 5;
  if (isPart(mention)) return use === 'event' ? 1 : 2;
  return use === 'event' ? 3 : 4;
}

const distance = ({ start, end }: DateMention, at: number): number => Math.max(start - at, at - end, 0);

/**
 * The sentences of a text with "that day" bound to the day named last before it; unbound where none was.
 * @param sentences the dates of each, in their order
 */
export function bindSameDay(sentences: readonly (readonly DateMention[])[]): readonly (readonly DateMention[])[] {
  let day: DateMeaning | null = null;
  return sentences.map((mentions) =>
    mentions.map((mention) => {
      if (mention.meaning.kind === 'same') return day ? { ...mention, meaning: day } : mention;
      if (namesDay(mention.meaning)) day = mention.meaning;
      return mention;
    }),
  );
}

function namesDay(meaning: DateMeaning): boolean {
  if (meaning.kind === 'calendar') return meaning.day !== undefined;
  return meaning.kind === 'weekday' || (meaning.kind === 'shift' && meaning.unit === 'day');
}
