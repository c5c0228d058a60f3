import type { Brief, Line } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
import type { Change } from '../domain/news.ts';
import { bestNote } from './best-note.ts';
import { small } from './blocks.ts';
import { tally } from './count-words.ts';
import { amountWords, countWords } from './figure-words.ts';
import type { Part } from './form-parts.ts';
import { fitLine, type LineContext, lineParts } from './line.ts';
import { messagesIn } from './messages/in-language.ts';
import type { Piece } from './pack.ts';

type Kind = 'new' | 'changed' | 'told';
const KINDS: readonly Kind[] = ['new', 'changed', 'told'];

/** What is new stands before what has changed, and last what is only told again; `byTopic` for who asks for the first time. */
export function newsParts(brief: Brief, byTopic: (brief: Brief) => readonly Part[]): readonly Part[] {
  const { news, sections, question } = brief;
  if (!news || news.sinceMs === null) return byTopic(brief);
  const words = messagesIn(question.language).news;
  const lines = sections.flatMap((section) => section.lines);
  const parts = KINDS.flatMap((kind): readonly Part[] => {
    const those = lines.filter((line) => kindOf(line) === kind);
    const count = tally(those.length, question.language);
    return those.length > 0 ? [{ name: words.parts[kind], count, note: null, sums: [], lines: those }] : [];
  });
  const note = news.events > lines.length ? words.best(lines.length, news.events) : bestNote(sections, brief);
  return parts.map((part, at) => (at === 0 ? { ...part, note } : part));
}

/** Of an alert: by topic, with what has changed below each line. */
export function alertParts({ news, ...brief }: Brief, byTopic: (brief: Brief) => readonly Part[]): readonly Part[] {
  const lines = brief.sections.reduce((sum, section) => sum + section.lines.length, 0);
  const words = messagesIn(brief.question.language).news;
  const isWhole = !news || news.events <= lines;
  return byTopic(brief).map((part, at) =>
    at > 0 || isWhole ? part : { ...part, note: words.best(lines, news.events) },
  );
}

function kindOf({ changes = [] }: Line): Kind {
  if (changes.some(({ kind }) => kind === 'new')) return 'new';
  return changes.every(({ kind }) => kind === 'told') ? 'told' : 'changed';
}

/** The line, and below it what has changed. */
export function newsPieces(line: Line, context: LineContext, fits: (piece: Piece) => boolean): readonly Piece[] {
  const changed = (line.changes ?? []).flatMap((change) => changeWords(change, line.claim, context.language) ?? []);
  const notes = kindOf(line) === 'changed' ? [small(changed.join(' · '))] : [];
  return [[fitLine(lineParts(line, context), context.language, (block) => fits([block, ...notes])), ...notes]];
}

/** null: it is new as a whole. */
export function changeWords(change: Change, claim: Claim, language: Language): string | null {
  const words = messagesIn(language).news;
  switch (change.kind) {
    case 'new':
      return null;
    case 'stage':
      return words.stage(statusWords(change.from, language), statusWords(claim, language));
    case 'revised':
      return words.revised(figureWords(change.from, language));
    case 'disputed':
    case 'settled':
      return words[change.kind](words.over[change.over]);
    default:
      return words.plain[change.kind];
  }
}

function statusWords(claim: Claim, language: Language): string {
  const { filter, brief } = messagesIn(language);
  if (claim.type === 'aid') return filter.values[claim.status] ?? claim.status;
  return claim.type === 'visit' ? brief.visitStatus[claim.status].toLocaleLowerCase(language) : '';
}

function figureWords(claim: Claim, language: Language): string {
  if ('amount' in claim && claim.amount) return amountWords(claim.amount, language);
  return 'count' in claim && claim.count ? countWords(claim.count, language) : '';
}
