import { DIGESTS_AT_MOST } from '../domain/digest.ts';
import type { Language } from '../domain/language.ts';
import type { Action, Page, PageLimits } from '../domain/page.ts';
import { item, paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { digestAction } from './digest-action.ts';
import { aboutWords, comingBlocks, type NamedDigest, warningBlock } from './digest-card.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Piece, paginate } from './pack.ts';
import { runWords, timetableWords } from './schedule-words.ts';
import { turned } from './turned.ts';

/** Longest label of a button that shows a digest. */
const LABEL_CHARS = 40;
const PER_ROW = 5;

/** The digests of a server, each with when it comes next and what keeps it from coming, and a button to look at it. */
export function renderDigests(all: readonly NamedDigest[], page: number, language: Language, limits: PageLimits): Page {
  const { list: words } = messagesIn(language).digest;
  const top = title(words.title);
  const frame = { first: [top, small(words.count(all.length, DIGESTS_AT_MOST))], later: [top], foot: [] };
  const pieces = all.map((named) => digestPiece(named, language));
  const none: readonly Piece[] = [[paragraph(words.none)]];
  const groups = [{ heading: [], continued: [], pieces: pieces.length > 0 ? pieces : none }];
  const pages = paginate(groups, frame, limits, 'filled');
  const { blocks, turns } = turned(pages, page, (at) => digestAction({ kind: 'list', page: at }), language);
  return {
    language,
    tone: 'neutral',
    blocks,
    actions: [...looks(all, language), ...(turns.length > 0 ? [turns] : [])],
  };
}

function digestPiece(named: NamedDigest, language: Language): Piece {
  const { digest, runs, warnings } = named.view;
  const { list: words, noRun } = messagesIn(language).digest;
  const [next = noRun] = runWords(runs.slice(0, 1), digest.timetable.zone, language);
  const when = [
    timetableWords(digest.timetable, language),
    digest.state === 'paused' ? words.paused : words.next(next),
  ].join(' · ');
  return [
    item([
      { text: aboutWords(named.view.digest, named.names, language), style: 'bold' },
      { text: ' ' },
      { text: digest.id, style: 'code' },
      { text: ' → ' },
      { text: digest.channelId, style: 'channel' },
    ]),
    small(when),
    ...comingBlocks(named.view.coming, language),
    ...warnings.map((warning) => warningBlock(warning, language)),
  ];
}

/** A button for each digest: as many as a server can have fit below a page. */
function looks(all: readonly NamedDigest[], language: Language): Page['actions'] {
  const { list: words } = messagesIn(language).digest;
  const buttons = all.map((named): Action => {
    const { id } = named.view.digest;
    const label = words.of(clip(aboutWords(named.view.digest, named.names, language), LABEL_CHARS));
    return { action: digestAction({ kind: 'show', id }), label: `${label} (${id})`, look: 'secondary' };
  });
  return Array.from({ length: Math.ceil(buttons.length / PER_ROW) }, (_, row) =>
    buttons.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
}
