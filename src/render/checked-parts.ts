import type { Brief, Line } from '../domain/brief.ts';
import type { CheckPart, Finding, Statement, StatementReading } from '../domain/check.ts';
import type { Claim } from '../domain/claim.ts';
import { canBeSaid } from '../domain/own-words.ts';
import type { Block, Rich } from '../domain/page.ts';
import { paragraph, quote, small } from './blocks.ts';
import { structuredWords } from './claim-words/words.ts';
import { clip } from './cut.ts';
import { claimDateWords, toldDate } from './date-words.ts';
import { fitLine, type LineContext, lineParts } from './line.ts';
import { leadWords } from './line-lead.ts';
import type { CheckMessages } from './messages/check-messages.ts';
import { messagesIn } from './messages/in-language.ts';
import type { Piece } from './pack.ts';

type Fits = (piece: Piece) => boolean;

const STATEMENT_CHARS = 300;
const RULE: Block = { kind: 'rule' };

/** What stands before the statements of a message: how they were checked, and what was not. */
export function checkedNotes({ checked, question: { language } }: Brief): readonly Block[] {
  if (!checked) return [];
  const words = messagesIn(language).check;
  if (checked.statements.length === 0) return [paragraph(words.noText)];
  return [small(words.intro), ...(checked.isCut ? [small(words.isCut)] : [])];
}

/** Each statement with what sources say to it. One without room for all of that is parted between its readings. */
export function checkedPieces(brief: Brief, context: LineContext, fits: Fits): readonly Piece[] {
  const lines = new Map(brief.sections.flatMap((section) => section.lines.map((line) => [line.id, line])));
  const written = brief.checked?.language ?? '';
  return (brief.checked?.statements ?? []).flatMap((statement) => {
    const said = quote(clip(statement.text, STATEMENT_CHARS));
    const bodies = bodiesOf(statement, lines, { ...context, written }, fits);
    const whole = [RULE, said, ...bodies.flat()];
    if (fits(whole)) return [whole];
    return [[RULE, said], ...bodies.flatMap((body) => (fits(body) ? [body] : body.map((block) => [block])))];
  });
}

type Lines = ReadonlyMap<string, Line>;
type Context = LineContext & { readonly written: string };

function bodiesOf({ readings, near }: Statement, lines: Lines, context: Context, fits: Fits): readonly Piece[] {
  if (readings.length > 0) return readings.map((reading) => readingPiece(reading, lines, context, fits));
  const words = messagesIn(context.language).check;
  const told = near.flatMap((id) => lines.get(id) ?? []).map((line) => lineBlock(line, context, fits));
  return [told.length > 0 ? [paragraph(words.unreadNear), ...told] : [paragraph(words.unread)]];
}

function readingPiece(
  { claim, isSure, findings }: StatementReading,
  lines: Lines,
  context: Context,
  fits: Fits,
): Piece {
  const words = messagesIn(context.language).check;
  const read = readWords(claim, context);
  const lead = read === null ? [] : [small(`${isSure ? words.read : words.readUnsurely}: ${read}`)];
  if (read === null) return [paragraph(words.unread)];
  if (findings.length === 0) return [...lead, paragraph(words.uncovered)];
  return [...lead, ...findings.flatMap((finding) => findingBlocks(finding, isSure, lines, context, fits))];
}

function findingBlocks(
  { line: id, stance, differs, open }: Finding,
  isSure: boolean,
  lines: Lines,
  context: Context,
  fits: Fits,
): Piece {
  const line = lines.get(id);
  if (!line) return [];
  const words = messagesIn(context.language).check;
  const notes = [
    ...(isSure || stance === 'partly' ? [] : [words.ifSo]),
    ...(stance === 'disputes' ? [] : partWords(differs, words.differs, words)),
    ...partWords(open, words.open, words),
    ...(open.includes('day') ? [words.noDay] : []),
    ...(open.includes('wording') ? [words.wording] : []),
  ];
  const verdict: Rich = [
    { text: words.stance[stance], style: 'bold' },
    { text: notes.length > 0 ? ` (${notes.join('; ')}):` : ':' },
  ];
  return [{ kind: 'paragraph', rich: verdict }, lineBlock(line, context, fits)];
}

function partWords(
  parts: readonly CheckPart[],
  around: CheckMessages['open'],
  { part }: CheckMessages,
): readonly string[] {
  const named = parts.flatMap((one) => (one === 'day' || one === 'wording' ? [] : [part[one]]));
  return named.length > 0 ? [around(named.join(', '))] : [];
}

const lineBlock = (line: Line, context: Context, fits: Fits): Block =>
  fitLine(lineParts(line, context), context.language, (block) => fits([block]));

/** What was read of a statement, in our words; null where that could be read two ways. */
function readWords(claim: Claim, context: Context): string | null {
  const { excerpt: _, sentence: __, ...slots } = { excerpt: null, sentence: null, ...claim };
  const structured = { ...slots, mode: 'structured' } as Claim;
  if (!canBeSaid(structured)) return null;
  const lead = leadWords(structured, context.labels, context.language);
  const date = toldDate(structured);
  const when = date ? ` (${claimDateWords(date, context.language)})` : '';
  return `${lead === '' ? '' : `${lead} `}${structuredWords(structured, context)}${when}`;
}
