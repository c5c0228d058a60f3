import type { Label } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
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

/**
 * The speaker as a line names them: "Vladimir Putin, Russian president, via BBC". Unnamed people are told apart by the
 * state they speak for.
 */
export function speakerWords(attr: Attribution, labels: Labels, language: Language, withRole: boolean): string {
  const role = labels[attr.who]?.role?.[language];
  const side = sideOf(attr, labels, language);
  const details = [
    ...(withRole && role ? [clip(role)] : []),
    ...(side ? [side] : []),
    ...(attr.via ? [messagesIn(language).line.via(clip(attr.via))] : []),
  ];
  const name = nameOf(attr.who, labels, language);
  return [name, ...details].join(', ');
}

function sideOf(attr: Attribution, labels: Labels, language: Language): string | null {
  const isGroup = (labels[attr.who]?.kind ?? 'group') === 'group';
  if (!isGroup || !attr.side || attr.side === attr.who) return null;
  const side = nameOf(attr.side, labels, language);
  return holdsStem(nameOf(attr.who, labels, language), side) ? null : side;
}

/** Whether the state can be read from the name: "Russian forces" speak for Russia. */
const holdsStem = (name: string, side: string): boolean =>
  name.toLowerCase().includes([...side.toLowerCase()].slice(0, STEM_CHARS).join(''));
