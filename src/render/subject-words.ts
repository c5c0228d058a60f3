import type { Brief, Question } from '../domain/brief.ts';
import { isClosedFilter } from '../domain/filters.ts';
import { filtersOf, hasTopics } from '../domain/form.ts';
import type { Subject } from '../domain/subject.ts';
import { isStruck } from './correction-mark.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';
import { printedLine } from './printed-line.ts';
import { type Labels, nameOf } from './speaker.ts';

/** Longest that a line may be in a title. */
const TOLD_CHARS = 100;

/** Kinds of place that hold other places worth naming. */
const WITH_PLACES_INSIDE: readonly string[] = ['country', 'region', 'area'];

/** What the question is about, as a name; of filters, each with its name: "place: Kharkiv · side: Russia". */
export function subjectWords(brief: Brief): string {
  const { subject, subjects = [subject] } = brief.question;
  return subjects.map((one) => wordsFor(one, brief)).join(', ');
}

function wordsFor(subject: Subject, brief: Brief): string {
  const { question, labels } = brief;
  const { language } = question;
  const words = messagesIn(language).brief;
  switch (subject.kind) {
    case 'entity':
      return nameOf(subject.id, labels, language);
    case 'all':
      return filterWords(question, labels).join(' · ') || words.allPlaces;
    case 'words':
      return question.form === 'search' ? clip(subject.words) : words.words(clip(subject.words));
    case 'event':
    case 'claim':
      return toldWords(brief);
  }
}

/** What is named by an id goes by what its first line says, unless nobody stands by that any more: a title is not struck out. */
function toldWords({ sections, sources, labels, question: { language, text } }: Brief): string {
  const first = sections[0]?.lines[0];
  const [backing] = first?.backing ?? [];
  if (!first || !backing || isStruck(first.backing)) return text;
  const written = sources.find(({ citation }) => citation === backing.citation)?.language ?? '';
  return clip(printedLine({ claim: first.claim, excerpt: backing.excerpt }, written, labels, language), TOLD_CHARS);
}

/** In the order of the command's options. */
function filterWords({ form, filters, language }: Question, labels: Labels): readonly string[] {
  const words = messagesIn(language).filter;
  return filtersOf(form).flatMap((name) => {
    const value = filters[name];
    if (value === undefined) return [];
    const shown = isClosedFilter(name) ? (words.values[value] ?? value) : nameOf(value, labels, language);
    return [`${words.names[name]}: ${shown}`];
  });
}

/** The subject and the topic asked about: "Kharkiv Oblast · Aid"; of other forms, the form and its filters. */
export function titleWords(brief: Brief): string {
  const { form, about, language } = brief.question;
  const words = messagesIn(language);
  if (!hasTopics(form)) return [words.form[form], ...filterWords(brief.question, brief.labels)].join(' · ');
  const named = form === 'summary' || form === 'evidence' ? [] : [words.form[form]];
  const topic = about === 'everything' ? [] : [words.brief.topic[about]];
  return [...named, subjectWords(brief), ...topic].join(' · ');
}

/** What a question for a place takes in beside it; null where that needs no words. */
export function insideWords({ question, labels }: Brief): string | null {
  const { subject, filters, language } = question;
  const place = subject.kind === 'entity' ? subject.id : filters.place;
  if (place === undefined || !WITH_PLACES_INSIDE.includes(labels[place]?.kind ?? '')) return null;
  return messagesIn(language).brief.placesInside(nameOf(place, labels, language));
}
