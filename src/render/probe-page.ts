import type { Language } from '../domain/language.ts';
import type { Action, Block, Page, PageLimits, Rich } from '../domain/page.ts';
import type { Probe } from '../domain/probe.ts';
import type { SourceId } from '../domain/source.ts';
import { heading, item, paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Frame, type Group, type Piece, paginate, remembering, roomForPiece } from './pack.ts';
import { claimPieces, feedPiece, itemPiece, moreBlock, partPieces, textPieces } from './probe-parts.ts';
import { sourceAction } from './source-action.ts';
import { factItems, whoRun } from './source-facts.ts';
import { warningWords } from './source-warning.ts';
import { turned } from './turned.ts';

const MOST_ITEMS = 5;
const MOST_CHOICES = 10;
const PER_ROW = 5;
const LABEL_CHARS = 40;

/** What would come of adding a source: nothing is added, and buttons say what may be done. `notes`: what else to say first. */
export function renderProbe(
  probe: Probe,
  page: number,
  notes: readonly string[],
  language: Language,
  limits: PageLimits,
): Page {
  const words = messagesIn(language).source;
  const approval = probe.needsApproval ? [paragraph(words.probe.needsApproval)] : [];
  const said = [...notes.map(paragraph), ...approval, ...listBlocks(probe, language)];
  const first = [title(titleOf(probe, language)), ...said, ...factsOf(probe, language)];
  const frame = { first, later: [title(titleOf(probe, language))], foot: [small(words.probe.nothingAdded)] };
  const pages = pagesOf(probe, frame, language, limits);
  const { blocks, turns } = turned(
    pages,
    page,
    (at) => sourceAction({ kind: 'run', run: probe.id, page: at }),
    language,
  );
  const rows = [runButtons(probe, language), ...choiceRows(probe, language), turns];
  return { language, tone: 'neutral', blocks, actions: rows.filter((row) => row.length > 0) };
}

/** The same, posted for a second moderator to decide. @param requests of a list, how many sources are asked for */
export function renderRequest(
  probe: Probe,
  source: { readonly id: SourceId; readonly by: string | null },
  page: number,
  language: Language,
  limits: PageLimits,
): Page {
  const words = messagesIn(language).source;
  const asker: Rich = [{ text: `${words.done.requestedBy} ` }, whoRun(source.by, language)];
  const name = title(words.done.requestTitle(clip(probe.source.name)));
  const first = [name, { kind: 'paragraph', rich: asker } as const, ...factsOf(probe, language)];
  const frame = { first, later: [name], foot: [small(words.done.requestNext)] };
  const actionOf = (at: number): string => sourceAction({ kind: 'request', source: source.id, page: at });
  const { blocks, turns } = turned(pagesOf(probe, frame, language, limits), page, actionOf, language);
  const buttons = decisionButtons(source.id, language);
  return { language, tone: 'neutral', blocks, actions: [buttons, turns].filter((row) => row.length > 0) };
}

function decisionButtons(source: SourceId, language: Language): readonly Action[] {
  const { approve, refuse } = messagesIn(language).source.button;
  return [
    { action: sourceAction({ kind: 'approve', source }), label: approve, look: 'primary' },
    { action: sourceAction({ kind: 'refuse', source }), label: refuse, look: 'secondary' },
  ];
}

function titleOf({ kind, source, total }: Probe, language: Language): string {
  const words = messagesIn(language).source.probe;
  return kind === 'list' ? words.listTitle(words.feeds(total)) : words.title(clip(source.name));
}

/** What is read once tells its own language. */
function factsOf({ kind, source, ownership, total, items }: Probe, language: Language): readonly Block[] {
  if (kind === 'list') return [];
  const read = kind === 'feed' ? undefined : items.find((one) => one.read?.ok)?.read;
  const told = read?.ok ? { language: source.language ?? read.value.file.article.language } : {};
  const { probe, fact } = messagesIn(language).source;
  const shown = kind === 'feed' ? probe.feed(probe.items(total)) : fact.kinds[kind];
  return factItems({ ...source, ...told }, ownership, shown, language);
}

function pagesOf(probe: Probe, frame: Frame, language: Language, limits: PageLimits): readonly Piece[] {
  const quick = remembering(limits);
  return paginate(groupsOf(probe, frame, language, quick), frame, quick, 'filled');
}

/** In the order in which a moderator decides: what speaks against it, what it is, and what would come of it. */
function groupsOf(probe: Probe, frame: Frame, language: Language, limits: PageLimits): readonly Group[] {
  const words = messagesIn(language).source.probe;
  const head = (text: string, pieces: readonly Piece[]): Group => {
    return { heading: [heading(text)], continued: [heading(text)], pieces };
  };
  const fits = roomForPiece(head('', []), frame, limits);
  const claims = claimPieces(probe, language, fits);
  const part = partPieces(probe, language);
  const groups = [
    head(
      words.warnings,
      probe.warnings.map((one) => [item([{ text: `⚠ ${warningWords(one, language)}` }])]),
    ),
    head(probe.kind === 'feed' ? words.latest : words.one, [
      ...itemPieces(probe, language),
      ...(claims.length === 0 ? part : []),
    ]),
    head(words.text, textPieces(probe)),
    head(
      words.claims(words.statements(claims.length)),
      claims.length === 0 ? [] : [moreBlock(words.wordsAre), ...part, ...claims],
    ),
    head(probe.kind === 'list' ? words.list : words.choose, feedPieces(probe, language)),
  ];
  return groups.filter(({ pieces }) => pieces.length > 0);
}

function itemPieces({ items, total }: Probe, language: Language): readonly Piece[] {
  const shown = items.slice(0, MOST_ITEMS).map((one) => itemPiece(one, language));
  const more = total - shown.length;
  return shown.length > 0 && more > 0
    ? [...shown, moreBlock(messagesIn(language).source.probe.moreItems(more))]
    : shown;
}

const feedPieces = ({ feeds }: Probe, language: Language): readonly Piece[] =>
  feeds.map((feed, at) => feedPiece(feed, at + 1, language));

/** What of a list will not be added, and what is not known of the rest, before anybody adds it. */
function listBlocks(probe: Probe, language: Language): readonly Block[] {
  const { kind, total, leftOut, invalid } = probe;
  const words = messagesIn(language).source.probe;
  if (kind !== 'list') return [];
  return [
    ...(total === 0 ? [words.listEmpty] : [words.listUnread]),
    ...(leftOut > 0 ? [words.room(openIn(probe), leftOut)] : []),
    ...(invalid > 0 ? [words.invalid(invalid)] : []),
  ].map(paragraph);
}

const openIn = ({ feeds }: Probe): number => feeds.filter(({ isFollowed }) => !isFollowed).length;

function runButtons(probe: Probe, language: Language): readonly Action[] {
  const { cancel } = messagesIn(language).source.button;
  return [
    ...(hasNew(probe) ? addButtons(probe, language) : []),
    { action: sourceAction({ kind: 'cancel', run: probe.id }), label: cancel, look: 'secondary' },
  ];
}

/** Whether there is anything in it that is not followed here already. */
const hasNew = (probe: Probe): boolean =>
  probe.kind === 'list' ? openIn(probe) > 0 : !probe.warnings.some((one) => one.kind === 'followed' && one.here);

/** At a terminal there is no second moderator who could be asked. */
function addButtons(probe: Probe, language: Language): readonly Action[] {
  const { id: run, kind, needsApproval, source } = probe;
  const { add, addAll, ask, review } = messagesIn(language).source.button;
  const label = kind === 'list' ? addAll(openIn(probe)) : add;
  const reviewed: Action = { action: sourceAction({ kind: 'review', run }), label: review, look: 'secondary' };
  return [
    { action: sourceAction({ kind: 'add', run }), label: needsApproval ? ask : label, look: 'primary' },
    ...(needsApproval || source.addedBy === null ? [] : [reviewed]),
  ];
}

/** Of several feeds, a button for a look at each of the first. */
function choiceRows({ id: run, feeds }: Probe, language: Language): readonly (readonly Action[])[] {
  if (feeds.length < 2) return [];
  const { untitled } = messagesIn(language).source.probe;
  const buttons = feeds.slice(0, MOST_CHOICES).map(({ title: name }, at): Action => {
    const label = `${at + 1}. ${clip(name?.trim() || untitled, LABEL_CHARS)}`;
    return { action: sourceAction({ kind: 'feed', run, at }), label, look: 'secondary' };
  });
  return [buttons.slice(0, PER_ROW), buttons.slice(PER_ROW)];
}
