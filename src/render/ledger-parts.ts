import type { Brief, Line } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { Block } from '../domain/page.ts';
import { small } from './blocks.ts';
import { listWords } from './claim-words/context.ts';
import { tally } from './count-words.ts';
import type { Part } from './form-parts.ts';
import { leftOutWords, sumWords } from './ledger-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Labels, nameOf } from './speaker.ts';

/** A part for each giver, with its sums; last what stands in the articles' own words. */
export function ledgerParts(brief: Brief): readonly Part[] {
  const { ledger, labels, question, sections } = brief;
  if (!ledger) return [];
  const { language } = question;
  const lines = new Map(sections.flatMap((section) => section.lines).map((line) => [line.id, line]));
  const partOf = (name: string, ids: readonly string[], sums: readonly Block[]): Part => {
    const those = ids.flatMap((id): Line | readonly Line[] => lines.get(id) ?? []);
    return { name, count: tally(those.length, language), note: null, sums, lines: those };
  };
  const severalTakers = new Set(ledger.entries.flatMap(({ sums }) => sums.map(({ recipient }) => recipient))).size > 1;
  const entries = ledger.entries.map((entry) =>
    partOf(donorWords(entry, labels, language), entry.lines, sumBlocks(entry, severalTakers, brief)),
  );
  const quoted = partOf(messagesIn(language).ledger.quoted, ledger.quoted, []);
  return quoted.lines.length > 0 ? [...entries, quoted] : entries;
}

/** Who gives together, or that nobody is named. */
export function donorWords({ donors }: Pick<LedgerEntry, 'donors'>, labels: Labels, language: Language): string {
  if (donors.length === 0) return messagesIn(language).ledger.noDonor;
  return listWords(
    donors.map((donor) => nameOf(donor, labels, language)),
    language,
  );
}

/** None over a single amount, which its line tells. */
function sumBlocks(
  entry: LedgerEntry,
  severalTakers: boolean,
  { labels, question: { language } }: Brief,
): readonly Block[] {
  const amounts = entry.sums.reduce(
    (n, { added, contested, leftOut }) => n + added.length + contested.length + leftOut.length,
    0,
  );
  if (amounts < 2) return [];
  const sums = entry.sums.flatMap((sum) => sumWords(sum, severalTakers, labels, language) ?? []);
  const leftOut = leftOutWords(entry, language);
  return [
    ...(sums.length > 0 ? [{ kind: 'paragraph', rich: [{ text: sums.join(' · '), style: 'bold' }] } as const] : []),
    ...(leftOut === null ? [] : [small(leftOut)]),
  ];
}
