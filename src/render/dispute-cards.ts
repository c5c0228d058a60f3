import type { Brief, Dispute, Line } from '../domain/brief.ts';
import { isDenial } from '../domain/fact.ts';
import type { Block, Rich } from '../domain/page.ts';
import { onlyFrom } from '../domain/trust.ts';
import { agreedSlots } from './agreed.ts';
import { small } from './blocks.ts';
import { tally } from './count-words.ts';
import { valueWords } from './dispute-words.ts';
import { placeRuns, quoteBlocks } from './evidence.ts';
import type { Part } from './form-parts.ts';
import { fitLine, type LineContext, lineParts } from './line.ts';
import { lookedWords } from './looked-words.ts';
import { messagesIn } from './messages/in-language.ts';
import type { Piece } from './pack.ts';

type Value = Dispute['values'][number];
type Fits = (piece: Piece) => boolean;

/** Events with a dispute, those told of last first; before them, among how many they were found. */
export function disputeParts(brief: Brief): readonly Part[] {
  const { language, form } = brief.question;
  const lines = brief.sections.flatMap((section) => section.lines);
  const newest = lines.toSorted((a, b) => (b.newestAtMs ?? 0) - (a.newestAtMs ?? 0));
  const disputes = lines.reduce((sum, line) => sum + line.disputes.length, 0);
  return [
    {
      name: messagesIn(language).form[form],
      count: tally(disputes, language),
      note: lookedWords(brief),
      sums: [],
      lines: newest,
    },
  ];
}

/**
 * A card for each dispute of a line: what it is over, each value with who gives it, when, in which words and where, and what is
 * not disputed. A card without room for all of that is parted between values.
 */
export function disputeCards(line: Line, context: LineContext, fits: Fits): readonly Piece[] {
  return line.disputes.flatMap((dispute) => {
    const head: Block = {
      kind: 'paragraph',
      rich: [{ text: messagesIn(context.language).dispute.over[dispute.over], style: 'bold' }],
    };
    const values = dispute.values.map((value) => valuePiece(dispute, value, line, context, fits));
    const foot = agreedBlocks(line, context);
    const whole = [head, ...values.flat(), ...foot];
    if (fits(whole)) return [whole];
    return [[head], ...values, foot].flatMap((piece) => (fits(piece) ? [piece] : piece.map((block) => [block])));
  });
}

/** `**5** · The Daily: Five people died. (12 May) [1] · 2 outlets / 1 origin`, then the words and where they stand. */
function valuePiece({ over }: Dispute, value: Value, line: Line, context: LineContext, fits: Fits): Piece {
  const { claim, citations, backing = [], origins = 0 } = value;
  const { onlyFrom: _, ...event } = line;
  const sources = citations.map((citation) => context.sources.get(citation));
  const only = onlyFrom(sources);
  const publishers = new Set(sources.map((source) => source?.publisher)).size;
  const shown = backing.length > 0 ? backing : citations.map((citation) => ({ citation, claim, quotes: [] }));
  const own = {
    ...{ ...event, claim, backing: shown, accounts: [], disputes: [], statedBySides: [], publishers, origins },
    ...(only && { onlyFrom: only }),
  };
  const parts = lineParts(own, context);
  const lead: Rich = [{ text: `${valueName(over, value, context)} · `, style: 'bold' }, ...parts.lead];
  const told = fitLine({ ...parts, lead }, context.language, (block) => fits([block]));
  const places = backing.flatMap(
    (one): Piece => [...quoteBlocks(one.quotes, fits), { kind: 'small', rich: placeRuns(one, context) }],
  );
  return [told, ...places];
}

function valueName(over: Dispute['over'], { claim }: Value, context: LineContext): string {
  const { isSo, isNotSo } = messagesIn(context.language).dispute;
  return valueWords(over, claim, true, context) ?? (isDenial(claim) ? isNotSo : isSo);
}

function agreedBlocks(line: Line, context: LineContext): readonly Block[] {
  const words = messagesIn(context.language).dispute;
  const slots = agreedSlots(line, context).map(([slot, value]) =>
    [words.slot[slot], ...(value === '' ? [] : [value])].join(': '),
  );
  return slots.length > 0 ? [small(words.agreed(slots.join(' · ')))] : [];
}
