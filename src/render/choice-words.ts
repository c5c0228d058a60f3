import type { Entity } from '../domain/entity.ts';
import type { Language } from '../domain/language.ts';
import type { Topic } from '../domain/topic.ts';
import { tally } from './count-words.ts';
import { messagesIn } from './messages/in-language.ts';

interface Counted {
  readonly entity: Entity;
  readonly claims: number;
}

/** "Kharkiv Oblast · region · 24 claims": enough to tell things of one name apart. */
export function entityChoiceWords({ entity, claims }: Counted, language: Language): string {
  return [entity.names[language], kindWords(entity, language), claimsWords(claims, language)].join(' · ');
}

export function topicChoiceWords(topic: Topic, claims: number, language: Language): string {
  return `${messagesIn(language).brief.topic[topic]} · ${claimsWords(claims, language)}`;
}

/** A person by their office, everything else by what kind of thing it is. */
function kindWords({ kind, role }: Entity, language: Language): string {
  return role?.[language] ?? messagesIn(language).brief.kind(kind);
}

const claimsWords = (claims: number, language: Language): string =>
  messagesIn(language).brief.claims(tally(claims, language), claims);
