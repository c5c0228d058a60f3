import type { Brief } from '../domain/brief.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';
import { nameOf } from './speaker.ts';

/** Kinds of place that hold other places worth naming. */
const WITH_PLACES_INSIDE: readonly string[] = ['country', 'region', 'area'];

/** What the question is about, as a name. */
export function subjectWords({ question, labels }: Brief): string {
  const { subject, language } = question;
  const words = messagesIn(language).brief;
  switch (subject.kind) {
    case 'entity':
      return nameOf(subject.id, labels, language);
    case 'all':
      return words.allPlaces;
    case 'words':
      return words.words(clip(subject.words));
  }
}

/** The subject and the topic asked about: "Kharkiv Oblast · Aid". */
export function titleWords(brief: Brief): string {
  const { about, language } = brief.question;
  const subject = subjectWords(brief);
  return about === 'everything' ? subject : `${subject} · ${messagesIn(language).brief.topic[about]}`;
}

/** What a question for a place takes in beside it; null where that needs no words. */
export function insideWords(brief: Brief): string | null {
  const { subject, language } = brief.question;
  if (subject.kind !== 'entity' || !WITH_PLACES_INSIDE.includes(brief.labels[subject.id]?.kind ?? '')) return null;
  return messagesIn(language).brief.placesInside(subjectWords(brief));
}
