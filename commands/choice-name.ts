import type { EventChoice, SubjectChoice } from '../src/asked.ts';
import type { Language } from '../src/domain/language.ts';
import { entityChoiceWords, topicChoiceWords } from '../src/render/choice-words.ts';
import { printedLine } from '../src/render/printed-line.ts';

/** What a person reads of a suggestion: "Kharkiv Oblast · region · 24 claims". */
export function choiceWords({ label }: SubjectChoice, language: Language): string {
  if (label.kind === 'topic') return topicChoiceWords(label.topic, label.claims, language);
  return entityChoiceWords(label.count, language);
}

/** "2024-05-15 · Russian forces captured a village": the day that it was reported, and what is printed of it. */
export function eventChoiceWords({ claim, article, excerpt, labels }: EventChoice, language: Language): string {
  const day = article.published ? [article.published.at.slice(0, 10)] : [];
  const told = printedLine({ claim, ...(excerpt !== undefined && { excerpt }) }, article.language, labels, language);
  return [...day, told].join(' · ');
}
