import type { Claim, ClaimOf } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
import type { LedgerEntry, LedgerSum, LeftOutReason, Total } from '../domain/ledger.ts';
import { capitalised } from './capitalised.ts';
import { countedWords, givenWords, kindTold, listWords, type WordsContext } from './claim-words/context.ts';
import { amountWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Labels, nameOf } from './speaker.ts';

type Aid = ClaimOf<'aid'>;

/**
 * A row of the ledger in place of a sentence: "$2 billion, announced · military aid · for Ukraine · ammunition". null for what
 * has no figure or is no plain gift, which takes a sentence.
 */
export function ledgerRow(claim: Claim, context: WordsContext): string | null {
  const figure = claim.type === 'aid' && isPlain(claim) ? figureOf(claim, context) : null;
  if (claim.type !== 'aid' || figure === null) return null;
  const { ledger, filter } = messagesIn(context.language);
  const { recipient } = claim;
  const kind = claim.mode === 'structured' ? kindTold(claim) : claim.kind;
  return [
    `${figure}, ${filter.values[claim.status] ?? claim.status}`,
    ...(kind === undefined ? [] : [ledger.kind[kind] ?? kind]),
    ...(recipient === null ? [] : [ledger.recipient(nameOf(recipient, context.labels, context.language))]),
    ...itemsOf(claim, context),
  ].join(' · ');
}

const isPlain = ({ mode, neg, epi, realis }: Aid): boolean =>
  mode !== 'excerpt' && !neg && epi !== 'denied' && realis !== 'attempted';

function figureOf({ amount, count }: Aid, context: WordsContext): string | null {
  if (amount) return amountWords(amount, context.language);
  return count && 'value' in count && count.unit !== undefined ? countedWords(count, context) : null;
}

function itemsOf(claim: Aid, context: WordsContext): readonly string[] {
  const { count, amount } = claim;
  const counted = amount && count ? [countedWords(count, context)] : [];
  const named = givenWords(claim, context.language);
  return named.length > 0 ? [...counted, listWords(named, context.language)] : counted;
}

/** `announced (Ukraine): at least $3 billion; disputed, $60–61 billion`; null where nothing may be said of it together. */
export function sumWords(sum: LedgerSum, withRecipient: boolean, labels: Labels, language: Language): string | null {
  const { ledger, filter } = messagesIn(language);
  const { recipient, currency, status, total, contested } = sum;
  const figures = [
    ...(total ? [totalWords(total, currency, language)] : []),
    ...contested.map(({ low, high }) =>
      ledger.contested(rangeWords({ low, high }, currency, language), total !== null),
    ),
  ];
  const to = withRecipient && recipient !== null ? ` (${nameOf(recipient, labels, language)})` : '';
  return figures.length > 0 ? `${capitalised(filter.values[status] ?? status)}${to}: ${figures.join('; ')}` : null;
}

function totalWords(total: Total, currency: string, language: Language): string {
  const { bound } = messagesIn(language).line;
  const figure = rangeWords(total, currency, language);
  return bound[total.op](total.about ? bound.about(figure) : figure);
}

function rangeWords({ low, high }: Pick<Total, 'low' | 'high'>, cur: string, language: Language): string {
  return amountWords({ value: low, cur, op: 'eq', ...(high > low && { valueMax: high }) }, language);
}

/** How many amounts of an entry are in no sum, and why; null where all are. What is disputed stands with the sums. */
export function leftOutWords({ sums }: Pick<LedgerEntry, 'sums'>, language: Language): string | null {
  const { notAdded, why } = messagesIn(language).ledger;
  const byReason = Map.groupBy(
    sums.flatMap(({ leftOut }) => leftOut),
    (one) => one.why,
  );
  const reasons = [...byReason].map(([reason, those]: [LeftOutReason, readonly unknown[]]) =>
    why[reason](those.length),
  );
  return reasons.length > 0 ? `${notAdded} ${reasons.join('; ')}.` : null;
}
