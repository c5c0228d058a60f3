import type { Brief } from '../domain/brief.ts';
import type { LedgerEntry, LedgerSum } from '../domain/ledger.ts';
import type { Block } from '../domain/page.ts';
import type { AidPanel } from '../domain/picture.ts';
import { donorWords } from './ledger-parts.ts';
import { sumWords } from './ledger-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { pictureFrame } from './picture-frame.ts';
import { titleWords } from './subject-words.ts';

type Row = AidPanel['rows'][number];
type Bar = Row['bars'][number];

/** Fewer are read sooner than looked at. */
const LEAST_BARS = 2;

/** The sums of the ledger as bars, a panel a currency; [] where they are too few for a picture. */
export function aidPicture(brief: Brief): readonly Block[] {
  const { ledger } = brief;
  if (!ledger) return [];
  const panels = panelsOf(brief, ledger.entries);
  const bars = panels.flatMap(({ rows }) => rows.flatMap((row) => row.bars)).length;
  if (bars < LEAST_BARS) return [];
  const spec = { kind: 'aid', ...pictureFrame(brief), panels, withoutSum: ledger.withoutAmount } as const;
  return [{ kind: 'picture', spec, alt: altOf(brief, ledger.entries) }];
}

function panelsOf(brief: Brief, entries: readonly LedgerEntry[]): readonly AidPanel[] {
  const currencies = [...new Set(entries.flatMap(({ sums }) => sums.map(({ currency }) => currency)))];
  const panels = currencies.map((currency) => ({
    currency,
    rows: entries.flatMap((entry) => rowsOf(entry, currency, brief)),
  }));
  return panels
    .filter(({ rows }) => rows.length > 0)
    .map((panel) => ({ ...panel, rows: panel.rows.toSorted((a, b) => longest(b) - longest(a)) }));
}

const longest = ({ bars }: Row): number => Math.max(...bars.map(({ high }) => high));

/** As many rows as it takes for no status to stand twice in one: by taker, and for what is disputed beside a sum. */
function rowsOf(entry: LedgerEntry, currency: string, { labels, question: { language } }: Brief): readonly Row[] {
  const rows: Bar[][] = [];
  for (const bar of entry.sums.filter((sum) => sum.currency === currency).flatMap(barsOf)) {
    const row = rows.find((bars) => bars.every(({ status }) => status !== bar.status));
    if (row) row.push(bar);
    else rows.push([bar]);
  }
  return rows.map((bars) => ({ donor: donorWords(entry, labels, language), bars }));
}

function barsOf({ status, total, contested }: LedgerSum): readonly Bar[] {
  const whole = total
    ? [{ status, low: total.low, high: total.high, op: total.about && total.op === 'eq' ? 'about' : total.op } as const]
    : [];
  return [...whole, ...contested.map(({ low, high }) => ({ status, low, high, op: 'eq' }) as const)];
}

/** All that the bars say, each giver in a sentence. */
function altOf(brief: Brief, entries: readonly LedgerEntry[]): string {
  const {
    labels,
    question: { language },
  } = brief;
  const sentences = entries.flatMap((entry) => {
    const sums = entry.sums.flatMap((sum) => sumWords(sum, true, labels, language) ?? []);
    return sums.length > 0 ? [`${donorWords(entry, labels, language)}: ${sums.join('; ')}.`] : [];
  });
  return `${messagesIn(language).ledger.chart}: ${titleWords(brief)}. ${sentences.join(' ')}`;
}
