import type { Brief, Label, Line } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
import type { Fact, Facts, ShortName, Telling } from '../domain/prose.ts';
import { capitalised } from './capitalised.ts';
import type { WordsContext } from './claim-words/context.ts';
import { calendarWords, toldDate } from './date-words.ts';
import { lineContext } from './line-context.ts';
import { printsStage } from './line-lead.ts';
import { lineWords } from './line-words.ts';
import { nameOf, speakerWords } from './speaker.ts';

/** More are printed as they are. */
const FACTS_AT_MOST = 40;

/**
 * What of an answer may be put into other words, as its lines print it. Not verbatim pieces of articles, nor what should be
 * doubted, nor what was corrected: these are printed as they are.
 */
export function factsOf(brief: Brief): Facts {
  const { language } = brief.question;
  const { labels, sources } = lineContext(brief);
  const lines = brief.sections.flatMap((section) => section.lines);
  const facts = lines.flatMap((line): readonly Fact[] => {
    const written = sources.get(line.backing[0]?.citation ?? 0)?.language ?? '';
    return factOf(line, { labels, language, written });
  });
  return { facts: facts.slice(0, FACTS_AT_MOST), names: shortNames(brief) };
}

function factOf({ id, claim, backing }: Line, context: WordsContext): readonly Fact[] {
  const { labels, language } = context;
  const telling = tellingOf(claim);
  // What is made from slots is a list in Ukrainian, and says of a statement only what it is about.
  const isList = claim.mode === 'structured' && (language !== 'en' || claim.type === 'statement');
  const isCorrected = backing.some(({ corrected }) => corrected !== undefined);
  if (telling === null || claim.mode === 'excerpt' || claim.suspect || isList || isCorrected) return [];
  const sentence = lineWords(claim, undefined, context);
  if (sentence === null) return [];
  const date = toldDate(claim);
  return [
    {
      ...{ line: id, telling, sentence, isUndone: printsStage(claim) },
      speaker: claim.attr && claim.attr.who in labels ? namesOf(claim.attr, context) : [],
      date: date ? calendarWords(date, language) : null,
    },
  ];
}

/** null: in a way that is told in the words of the line alone. */
function tellingOf({ epi, attr, neg, confirmation }: Claim): Telling | null {
  if (confirmation !== undefined && !(epi === 'claimed' && confirmation === 'unconfirmed')) return null;
  switch (epi) {
    case 'asserted':
      return attr === null ? 'plain' : 'said';
    case 'attributed':
      return 'said';
    case 'acknowledged':
    case 'claimed':
      return epi;
    case 'denied':
      return neg ? null : epi;
    default:
      return epi satisfies never;
  }
}

/** As the line names the speaker, without side and outlet, and with the office. */
function namesOf(attr: NonNullable<Claim['attr']>, { labels, language }: WordsContext): readonly string[] {
  const { via: _, ...alone } = attr;
  const name = nameOf(attr.who, labels, language);
  const office = labels[attr.who]?.role?.[language] ?? '';
  const held = HELD.test(office) ? [`${office} ${name}`] : [];
  return [...new Set([speakerWords(attr, labels, language), speakerWords(alone, labels, language), name, ...held])];
}

/** An office that was held for some years may not be the speaker's any more. */
const HELD = /^[\p{L}\s’'-]+$/u;

/** "Ukrainian president" as it stands before a name: "President". '' where the office comes first in its name. */
function titleOf({ role }: Label, language: Language): string {
  const office = role?.[language] ?? '';
  if (language !== 'en' || !HELD.test(office) || office.includes(' of ')) return '';
  return capitalised(office.split(' ').at(-1) ?? '');
}

/** People by their last names, where nobody else in the answer has it; the longest first. */
function shortNames({ labels, question: { language } }: Brief): readonly ShortName[] {
  const people = Object.values(labels).filter(({ kind }) => kind === 'person');
  const lastOf = ({ names }: Label): string => names[language].split(' ').at(-1) ?? '';
  return people
    .filter((one) => people.filter((other) => lastOf(other) === lastOf(one)).length === 1)
    .flatMap((one) => {
      const title = titleOf(one, language);
      const wholes = [
        one.names[language],
        ...(title === '' ? [] : [`${title} ${one.names[language]}`, `${title} ${lastOf(one)}`]),
      ];
      return wholes.map((whole) => ({ whole, short: lastOf(one) }));
    })
    .filter(({ whole, short }) => whole !== short)
    .toSorted((a, b) => b.whole.length - a.whole.length);
}
