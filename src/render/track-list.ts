import type { Language } from '../domain/language.ts';
import type { Action, Page, PageLimits } from '../domain/page.ts';
import { TRACKS_AT_MOST } from '../domain/track.ts';
import { heading, item, paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { aboutWords } from './digest-card.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Group, type Piece, paginate } from './pack.ts';
import { trackAction } from './track-action.ts';
import { destinationRuns, type NamedTrack, trackWarning } from './track-card.ts';
import { turned } from './turned.ts';

/** Longest label of a button that shows a track. */
const LABEL_CHARS = 40;
const PER_ROW = 5;
/** Rows of buttons that a page has room for beside those that turn it. */
const ROWS = 4;

/** Tracks in view of somebody. */
export interface ListedTracks {
  /** null: they are not theirs to see. */
  readonly server: readonly NamedTrack[] | null;
  readonly own: readonly NamedTrack[];
}

/** The tracks, each with what keeps its alerts from coming, and buttons to look at those that stand first. */
export function renderTracks(
  { server, own }: ListedTracks,
  page: number,
  language: Language,
  limits: PageLimits,
): Page {
  const { list: words } = messagesIn(language).track;
  const top = title(words.title);
  const groups = [
    ...(server === null ? [] : [group(words.server(server.length, TRACKS_AT_MOST.server), server, language)]),
    group(words.own(own.length, TRACKS_AT_MOST.member), own, language),
  ];
  const all = [...(server ?? []), ...own];
  const none: readonly Group[] = [{ heading: [], continued: [], pieces: [[paragraph(words.none)]] }];
  const frame = { first: [top], later: [top], foot: [] };
  const pages = paginate(all.length > 0 ? groups : none, frame, limits, 'in order');
  const { blocks, turns } = turned(pages, page, (at) => trackAction({ kind: 'list', page: at }), language);
  return {
    language,
    tone: 'neutral',
    blocks,
    actions: [...looks(all, language), ...(turns.length > 0 ? [turns] : [])],
  };
}

function group(name: string, tracks: readonly NamedTrack[], language: Language): Group {
  const pieces = tracks.map((named) => trackPiece(named, language));
  const { list: words } = messagesIn(language).track;
  const none: readonly Piece[] = [[small(words.none)]];
  return { heading: [heading(name)], continued: [heading(name)], pieces: pieces.length > 0 ? pieces : none };
}

function trackPiece({ view: { track, warnings }, name }: NamedTrack, language: Language): Piece {
  const { state } = messagesIn(language).track;
  return [
    item([
      { text: aboutWords(track, [name], language), style: 'bold' },
      { text: ' ' },
      { text: track.id, style: 'code' },
      { text: ' → ' },
      ...destinationRuns(track, language),
    ]),
    ...(track.state === 'active' ? [] : [small(state[track.state])]),
    ...warnings.map((warning) => trackWarning(warning, language)),
  ];
}

/** A button for each of the first tracks; the others are looked at by their code. */
function looks(all: readonly NamedTrack[], language: Language): Page['actions'] {
  const { list: words } = messagesIn(language).track;
  const buttons = all.slice(0, ROWS * PER_ROW).map(({ view: { track }, name }): Action => {
    const label = words.of(clip(aboutWords(track, [name], language), LABEL_CHARS));
    return { action: trackAction({ kind: 'show', id: track.id }), label: `${label} (${track.id})`, look: 'secondary' };
  });
  return Array.from({ length: Math.ceil(buttons.length / PER_ROW) }, (_, row) =>
    buttons.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
}
