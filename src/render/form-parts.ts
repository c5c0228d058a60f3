import type { Brief, Line } from '../domain/brief.ts';
import { VISIT_STATUSES } from '../domain/claim.ts';
import type { Form } from '../domain/form.ts';
import type { Block } from '../domain/page.ts';
import { DAY_MS } from '../domain/period.ts';
import { aidPicture } from './aid-picture.ts';
import { bestNote } from './best-note.ts';
import { checkedPieces } from './checked-parts.ts';
import { tally } from './count-words.ts';
import { disputeCards, disputeParts } from './dispute-cards.ts';
import { ledgerParts } from './ledger-parts.ts';
import { ledgerRow } from './ledger-words.ts';
import type { LineContext, PrintedLine } from './line.ts';
import { mapBlocks } from './map-picture.ts';
import { messagesIn } from './messages/in-language.ts';
import { alertParts, newsParts, newsPieces } from './news-parts.ts';
import type { Piece } from './pack.ts';
import { hitPieces, searchParts } from './search-hits.ts';
import { countOf } from './section-count.ts';
import { byTime } from './timeline.ts';
import { visitsBlocks } from './visits-picture.ts';

/** What stands under one heading of an answer's overview. */
export interface Part {
  readonly name: string;
  /** What stands beside the name, in words. */
  readonly count: string;
  /** That this is not all there is; null where it is. */
  readonly note: string | null;
  /** What is said of all the lines together, before them. */
  readonly sums: readonly Block[];
  readonly lines: readonly PrintedLine[];
}

/** How an answer of a form is laid out. */
export interface Layout {
  /** `isTurned`: in the opposite order of time. */
  readonly partsOf: (brief: Brief, isTurned: boolean) => readonly Part[];
  /** Whether its first page begins at the beginning, rather than with the best of each part. */
  readonly isInOrder?: true;
  /** Whether each line says when it was reported, however close the articles are. */
  readonly saysDays?: true;
  /** Whether what an article says in its own voice begins with the outlet's name. */
  readonly namesOutlets: boolean;
  /** What is printed of a line, where it is more than the line itself. */
  readonly piecesOf?: (line: PrintedLine, context: LineContext, fits: (piece: Piece) => boolean) => readonly Piece[];
  /** What is laid out apart from lines, piece by piece under no heading; `partsOf` is not asked then. */
  readonly wholeOf?: (brief: Brief, context: LineContext, fits: (piece: Piece) => boolean) => readonly Piece[];
  readonly rowOf?: LineContext['rowOf'];
  /** What is better looked at than read, with what it leaves out; [] where there is too little for a picture. */
  readonly pictureOf?: (brief: Brief) => readonly Block[];
}

/** How the lines of each form's answer are parted and ordered. */
export const LAYOUTS: Readonly<Record<Form, Layout>> = {
  summary: { partsOf: byTopic, namesOutlets: false },
  aid: { partsOf: ledgerParts, namesOutlets: true, saysDays: true, rowOf: ledgerRow, pictureOf: aidPicture },
  troops: { partsOf: (brief) => byTopic(brief).map(newestDayFirst), namesOutlets: true, pictureOf: mapBlocks },
  visits: { partsOf: byStatus, namesOutlets: false, pictureOf: visitsBlocks },
  disputes: { partsOf: disputeParts, piecesOf: disputeCards, namesOutlets: true, isInOrder: true, saysDays: true },
  search: { partsOf: searchParts, piecesOf: hitPieces, namesOutlets: false, isInOrder: true, saysDays: true },
  evidence: { partsOf: byTopic, namesOutlets: false, saysDays: true },
  'check-message': { partsOf: () => [], wholeOf: checkedPieces, namesOutlets: true, isInOrder: true, saysDays: true },
  catchup: { partsOf: (brief) => newsParts(brief, byTopic), piecesOf: newsPieces, namesOutlets: true },
  digest: { partsOf: (brief) => newsParts(brief, byTopic), piecesOf: newsPieces, namesOutlets: true },
  alert: { partsOf: (brief) => alertParts(brief, byTopic), piecesOf: newsPieces, namesOutlets: true },
  timeline: { partsOf: byTime, namesOutlets: false, isInOrder: true, saysDays: true },
};

function byTopic(brief: Brief): readonly Part[] {
  const { language } = brief.question;
  return brief.sections.map((section) => ({
    name: messagesIn(language).brief.topic[section.topic],
    count: tally(countOf(section), language),
    note: bestNote([section], brief),
    sums: [],
    lines: section.lines,
  }));
}

/** In a day, the order that they have. */
const newestDayFirst = (part: Part): Part => ({ ...part, lines: part.lines.toSorted((a, b) => dayOf(b) - dayOf(a)) });

const dayOf = ({ newestAtMs }: Line): number => Math.floor((newestAtMs ?? Number.MIN_SAFE_INTEGER) / DAY_MS);

/** What is to come stands before what has been. */
function byStatus(brief: Brief): readonly Part[] {
  const { language } = brief.question;
  const [section] = brief.sections;
  if (!section) return [];
  const words = messagesIn(language).brief.visitStatus;
  const parts = VISIT_STATUSES.flatMap((status): readonly Part[] => {
    const lines = section.lines.filter(({ claim }) => claim.type === 'visit' && claim.status === status);
    return lines.length > 0
      ? [newestDayFirst({ name: words[status], count: tally(lines.length, language), note: null, sums: [], lines })]
      : [];
  });
  const [first, ...rest] = parts;
  return first ? [{ ...first, note: bestNote([section], brief) }, ...rest] : [];
}
