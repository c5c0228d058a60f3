import type { Correction, CorrectionKind } from '../domain/correction.ts';
import type { CorrectionList } from '../domain/correction-view.ts';
import type { Language } from '../domain/language.ts';
import type { Action, Page, PageLimits, Rich } from '../domain/page.ts';
import type { Travelled } from '../domain/travelled.ts';
import { paragraph, small, title } from './blocks.ts';
import { correctAction, correctionsAction } from './correction-action.ts';
import { correctionRuns, isRefuted, struck } from './correction-mark.ts';
import { dayWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Piece, paginate } from './pack.ts';
import { saidWords, whereRuns } from './told-claim.ts';
import { travelledWords } from './travelled-words.ts';
import { turned } from './turned.ts';

/** What of the list is shown to whom. */
export interface CorrectionsView {
  readonly only: CorrectionKind | null;
  readonly page: number;
  /** Mistakes that wait for a moderator; null: who looks is none. */
  readonly mistakes: number | null;
}

/** What does not stand of what was said here, the newest first, each with its reason, its source and who decided. */
export function renderCorrections(
  { corrections, total, labels, travelled }: CorrectionList,
  { only, page, mistakes }: CorrectionsView,
  language: Language,
  limits: PageLimits,
): Page {
  const { list: words } = messagesIn(language).correction;
  const top = [title(only === null ? words.title : `${words.title} · ${words.kinds[only]}`)];
  const isPart = corrections.length < total;
  const counted = [words.count(total), ...(isPart ? [words.newest(corrections.length)] : [])].join(' ');
  const first = [...top, ...(total > 0 ? [small(counted)] : [])];
  const pieces = corrections.map((one) => [
    ...correctionPiece(one, labels, mistakes !== null, language),
    ...travelledBlocks(one, mistakes === null ? undefined : travelled[one.id], language),
  ]);
  const none: readonly Piece[] = [[paragraph(words.none)]];
  const groups = [{ heading: [], continued: [], pieces: pieces.length > 0 ? pieces : none }];
  const pages = paginate(groups, { first, later: top, foot: [] }, limits, 'filled');
  const { blocks, turns } = turned(pages, page, (at) => correctionsAction({ kind: 'list', page: at, only }), language);
  const reports: readonly Action[] =
    mistakes === null || mistakes === 0
      ? []
      : [{ action: correctAction({ kind: 'reports', page: 1 }), label: words.mistakes(mistakes), look: 'primary' }];
  return { language, tone: 'neutral', blocks, actions: [turns, reports].filter((row) => row.length > 0) };
}

function correctionPiece(
  correction: Correction,
  labels: CorrectionList['labels'],
  forModerators: boolean,
  language: Language,
): Piece {
  const said: Rich = [{ text: saidWords(correction.told, labels, language) }];
  const isStruck = isRefuted(correction) && correction.undone === null;
  return [
    { kind: 'item', rich: correctionRuns(correction, language) },
    { kind: 'small', rich: isStruck ? struck(said) : said },
    {
      kind: 'small',
      rich: [...whereRuns(correction.told, language), ...originRuns(correction, forModerators, language)],
    },
  ];
}

/** For moderators alone. */
function travelledBlocks({ undone }: Correction, far: Travelled | undefined, language: Language): Piece {
  return far ? [small(travelledWords(far, undone !== null, language))] : [];
}

/** Who decided, and since when it does not hold any more; members are named to moderators alone. */
function originRuns(correction: Correction, forModerators: boolean, language: Language): Rich {
  const { list: words } = messagesIn(language).correction;
  const { id, undone, scope } = correction;
  return [
    { text: ` · ${words.by[deciderOf(correction)]}` },
    ...(correction.kind === 'wrong' ? memberRuns(correction.by, forModerators) : []),
    ...(scope.guildId === null ? [{ text: ` · ${words.everywhere}` }] : []),
    ...(undone === null ? [] : [{ text: ` · ${words.undone(dayWords(undone.atMs, language))}` }]),
    ...(undone === null ? [] : memberRuns(undone.by, forModerators)),
    { text: ' · ' },
    { text: id, style: 'code' },
  ];
}

const memberRuns = (userId: string | null, forModerators: boolean): Rich =>
  forModerators && userId !== null ? [{ text: ' ' }, { text: userId, style: 'member' }] : [];

/** Articles are taken out, and written down anew, by those whose they are; what articles say is their publishers'. */
function deciderOf(correction: Correction): 'moderators' | 'operator' | 'source' {
  const { kind, scope } = correction;
  if (kind === 'superseded' || (kind === 'withdrawn' && correction.how === 'changed')) return 'source';
  return scope.guildId === null ? 'operator' : 'moderators';
}
