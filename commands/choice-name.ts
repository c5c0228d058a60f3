import type { SubjectChoice } from '../src/asked.ts';
import type { Language } from '../src/domain/language.ts';
import { entityChoiceWords, topicChoiceWords } from '../src/render/choice-words.ts';

/** What a person reads of a suggestion: "Kharkiv Oblast · region · 24 claims". */
export function choiceWords({ label }: SubjectChoice, language: Language): string {
  if (label.kind === 'topic') return topicChoiceWords(label.topic, label.claims, language);
  return entityChoiceWords(label.count, language);
}
