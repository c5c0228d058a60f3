import type { Source } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { OnlyFrom, Standing } from '../domain/trust.ts';
import { DOUBT } from './line-lead.ts';
import { messagesIn } from './messages/in-language.ts';
import { outletWords } from './source-words.ts';
import { type Labels, nameOf } from './speaker.ts';

/** An outlet with what is to be known of it at a glance: "TASS (state-run, Russia; doubtful)". */
export function outletStanding(source: Source, labels: Labels, language: Language): string {
  const name = outletWords(source.publisher, language);
  const words = standingWords(source, name, labels, language);
  return words === '' ? name : `${name} (${words})`;
}

function standingWords({ ownership, tier }: Standing, name: string, labels: Labels, language: Language): string {
  const { kind, tier: tiers } = messagesIn(language).trust;
  const run = ownership && kind[ownership.kind];
  const country = run && ownership.country ? nameOf(ownership.country, labels, language) : '';
  const owner = run && [run, ...(country === '' || name.includes(country) ? [] : [country])].join(', ');
  return [...(owner ? [owner] : []), ...(tier ? [tiers[tier]] : [])].join('; ');
}

/** "⚠ only state-run sources (Russia)". */
export function onlyFromWords({ kind, countries }: OnlyFrom, labels: Labels, language: Language): string {
  const names = countries.map((code) => nameOf(code, labels, language));
  const words = messagesIn(language).trust.only[kind];
  return `${DOUBT} ${words}${names.length > 0 ? ` (${names.join(', ')})` : ''}`;
}
