import type { DateMeaning, DateMention } from './meaning.ts';

/** Where a claim stands in its sentence, in UTF-16 code units of the sentence. */
export interface ClaimPlace {
  /** Of the word that tells what happened. */
  readonly trigger: number;
  /** The part of the sentence that tells it, half-open; null for all of it. */
  readonly clause: { readonly start: number; readonly end: number } | null;
}

const USES = ['event', 'speech', 'attribute'] as const;

/**
 * The date of a claim among those of its sentence: of its clause before the others, one of events before one of speech,
 * the nearest to the trigger, the first of equals. From outside the clause only a date of events is taken. null for none.
 */
export function pickDate(mentions: readonly DateMention[], place: ClaimPlace): DateMention | null {
  const inside = mentions.filter((mention) => isInside(mention, place));
  const events = mentions.filter(({ use }) => use === 'event');
  return best(inside, place.trigger) ?? best(events, place.trigger);
}

const isInside = (mention: DateMention, { clause }: ClaimPlace): boolean =>
  clause === null || (mention.start < clause.end && mention.end > clause.start);

function best(mentions: readonly DateMention[], trigger: number): DateMention | null {
  const ranked = mentions
    .map((mention) => ({ mention, use: USES.indexOf(mention.use), away: distance(mention, trigger) }))
    .sort((a, b) => a.use - b.use || a.away - b.away);
  return ranked[0]?.mention ?? null;
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
