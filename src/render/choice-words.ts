import type { Entity } from '../domain/entity.ts';
import type { Language, Localised } from '../domain/language.ts';
import type { Topic } from '../domain/topic.ts';
import { tally } from './count-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** Something that a name may mean, with how much is known of it. */
export interface Choice {
  readonly entity: Entity;
  readonly claims: number;
  /** Name of the nearest place around it. */
  readonly around: Localised | null;
}

/** "Kharkiv Oblast · region · 24 claims": enough to tell things of one name apart. */
export function entityChoiceWords(choice: Choice, language: Language): string {
  const claims = claimsWords(choice.claims, language);
  return [choiceNameWords(choice, language), ...(choice.claims > 0 ? [claims] : [])].join(' · ');
}

/** "Kharkiv · Kharkiv Oblast". */
export function choiceNameWords({ entity, around }: Choice, language: Language): string {
  return `${entity.names[language]} · ${kindWords(entity, around, language)}`;
}

export function topicChoiceWords(topic: Topic, claims: number, language: Language): string {
  return `${messagesIn(language).brief.topic[topic]} · ${claimsWords(claims, language)}`;
}

/** A person by their office, a town by what lies around it, everything else by what kind of thing it is. */
function kindWords({ kind, role }: Entity, around: Localised | null, language: Language): string {
  if (kind === 'settlement' && around) return around[language];
  return role?.[language] ?? messagesIn(language).brief.kind(kind);
}

const claimsWords = (claims: number, language: Language): string =>
  messagesIn(language).brief.claims(tally(claims, language), claims);
