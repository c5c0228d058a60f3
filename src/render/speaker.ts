import type { Label } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';

export type Labels = Readonly<Record<string, Label>>;
type Attribution = NonNullable<Claim['attr']>;

/** Of a state's name; adjectives share at least so much of it. */
const STEM_CHARS = 4;
/** How an article says that somebody says so without naming anybody ("reportedly"). */
const UNNAMED = 'unspecified';

/** What an id or code is called; the id itself where nobody has named it. */
export function nameOf(ref: string, labels: Labels, language: Language): string {
  const label = labels[ref];
  if (!label && ref === UNNAMED) return messagesIn(language).line.unnamedSpeaker;
  return clip(label?.names[language] ?? ref);
}

/** The speaker as a line names them, with the state they speak for where the name does not tell it: "Vladimir Putin (Russia), via BBC". */
export function speakerWords(attr: Attribution, labels: Labels, language: Language): string {
  const side = tellsSide(attr, labels) ? '' : ` (${nameOf(attr.side ?? '', labels, language)})`;
  const via = attr.via ? `, ${messagesIn(language).line.via(clip(attr.via))}` : '';
  return `${nameOf(attr.who, labels, language)}${side}${via}`;
}

/** Whether the name by itself says all there is to say of the side; one of a person never does. */
function tellsSide({ who, side }: Attribution, labels: Labels): boolean {
  if (!side || side === who) return true;
  if (labels[who]?.kind === 'person') return false;
  return LANGUAGES.some((language) => holdsSide(nameOf(who, labels, language), nameOf(side, labels, language), side));
}

/** "Russian forces" speak for Russia, and so do "RU officials". */
const holdsSide = (name: string, side: string, code: string): boolean =>
  name.split(/\P{L}+/u).includes(code) ||
  name.toLowerCase().includes([...side.toLowerCase()].slice(0, STEM_CHARS).join(''));
