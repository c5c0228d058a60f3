import { LANGUAGES, type Localised } from '../src/domain/language.ts';
import { PICTURES } from '../src/domain/settings.ts';
import { TOPICS } from '../src/domain/topic.ts';
import { SOURCE_LIMITS } from '../src/domain/trust.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';

interface Choice {
  readonly name: Localised;
  readonly value: string;
}

const [en, uk] = [messagesIn('en'), messagesIn('uk')];

export const ABOUT_CHOICES: readonly Choice[] = [
  ...TOPICS.map((topic) => ({ name: { en: en.brief.topic[topic], uk: uk.brief.topic[topic] }, value: topic })),
  { name: { en: en.brief.everything, uk: uk.brief.everything }, value: 'everything' },
];

export const PICTURES_CHOICES: readonly Choice[] = PICTURES.map((value) => {
  return { name: { en: en.command.settings.onOrOff[value], uk: uk.command.settings.onOrOff[value] }, value };
});

export const SOURCES_CHOICES: readonly Choice[] = SOURCE_LIMITS.map((value) => {
  return { name: { en: en.trust.limits[value], uk: uk.trust.limits[value] }, value };
});

/** Each language in its own words, so that whoever needs it finds it. */
export const LANGUAGE_CHOICES: readonly Choice[] = LANGUAGES.map((language) => {
  const own = messagesIn(language).command.settings.languages[language];
  return { name: { en: own, uk: own }, value: language };
});
