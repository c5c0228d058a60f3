import type { Brief, Line } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import type { Fact, Facts, ShortName, Telling } from '../domain/prose.ts';
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
  // An office that was held for some years may not be the speaker's any more.
  const held = /^[\p{L}\s’'-]+$/u.test(office) ? [`${office} ${name}`] : [];
  return [...new Set([speakerWords(attr, labels, language), speakerWords(alone, labels, language), name, ...held])];
}

/** People by their last names, where nobody else in the answer has it; the longest first. */
function shortNames({ labels, question: { language } }: Brief): readonly ShortName[] {
  const people = Object.values(labels).flatMap(({ kind, names }) => (kind === 'person' ? [names[language]] : []));
  const lastOf = (name: string): string => name.split(' ').at(-1) ?? name;
  return people
    .filter((whole) => whole.includes(' ') && people.filter((one) => lastOf(one) === lastOf(whole)).length === 1)
    .map((whole) => ({ whole, short: lastOf(whole) }))
    .toSorted((a, b) => b.whole.length - a.whole.length);
}
