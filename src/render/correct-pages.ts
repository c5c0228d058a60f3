import type { Correction } from '../domain/correction.ts';
import { type CorrectionRefusal, meantIn, type Proposal } from '../domain/correction-view.ts';
import type { Language } from '../domain/language.ts';
import type { Action, Block, Page, PageLimits } from '../domain/page.ts';
import { item, paragraph, quote, small, title } from './blocks.ts';
import { correctAction, onlyAction } from './correction-action.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Piece, paginate } from './pack.ts';
import { saidWords, whereRuns } from './told-claim.ts';
import { turned } from './turned.ts';

/** Why something was not done, in words. */
export const correctionRefusal = (refusal: CorrectionRefusal, language: Language): string =>
  messagesIn(language).correction.refusal(refusal);

/**
 * What would be marked as wrong, each statement with its source, and the buttons that do so or not.
 * @param mistake the report that is settled by it; null: none
 */
export function renderProposal(
  proposal: Proposal,
  {
    isEverywhere,
    mistake,
    page,
  }: { readonly isEverywhere: boolean; readonly mistake: string | null; readonly page: number },
  language: Language,
  limits: PageLimits,
): Page {
  const { id, labels, reason } = proposal;
  const told = meantIn(proposal);
  const { marking: words } = messagesIn(language).correction;
  const top = [title(words.title)];
  const first = [...top, paragraph(words.ask(told.length, isEverywhere))];
  const beyond = proposal.all.length - MOST_OPTIONS + 1;
  const foot = [
    { kind: 'small', rich: [{ text: `${words.reason}:`, style: 'bold' }] } as const,
    quote(reason),
    ...(beyond > 0 ? [small(words.menuHolds(MOST_OPTIONS - 1, proposal.all.length))] : []),
  ];
  const pieces = told.map(
    (one): Piece => [
      item([{ text: saidWords(one, labels, language) }]),
      { kind: 'small', rich: whereRuns(one, language) },
    ],
  );
  const pages = paginate([{ heading: [], continued: [], pieces }], { first, later: top, foot }, limits, 'filled');
  const actionOf = (at: number): string => correctAction({ kind: 'show', proposal: id, mistake, page: at });
  const { blocks, turns } = turned(pages, page, actionOf, language);
  const decide: readonly Action[] = [
    { action: correctAction({ kind: 'do', proposal: id, mistake }), label: words.confirm, look: 'primary' },
    { action: correctAction({ kind: 'cancel', proposal: id, mistake }), label: words.cancel, look: 'secondary' },
  ];
  const actions = turns.length > 0 ? [decide, turns] : [decide];
  return { language, tone: 'neutral', blocks, actions, ...menuOf(proposal, mistake, language) };
}

/** As many as a menu holds, the first for all. */
const MOST_OPTIONS = 25;

/** Picks one of several sources. */
function menuOf({ id, all, labels }: Proposal, mistake: string | null, language: Language): Pick<Page, 'menu'> {
  const { marking: words } = messagesIn(language).correction;
  if (all.length < 2) return {};
  const options = all.slice(0, MOST_OPTIONS - 1).map((one, at) => ({
    value: String(at),
    label: `${whereRuns(one, language)
      .map(({ text }) => text)
      .join('')}: ${saidWords(one, labels, language)}`,
  }));
  const first = { value: 'all', label: words.allSources };
  return {
    menu: { action: onlyAction({ proposal: id, mistake }), placeholder: words.pick, options: [first, ...options] },
  };
}

/** That statements were marked, and how that is taken back. */
export function renderMarked(corrections: readonly Correction[], language: Language): Page {
  const { marking: words, digest } = messagesIn(language).correction;
  const undo = corrections.slice(0, MOST_CODES).map(({ id }) => small(words.undoWith(id)));
  const more = corrections.length > MOST_CODES ? [small(digest.more(corrections.length - MOST_CODES))] : [];
  const next = small(messagesIn(language).travel.next);
  return done([paragraph(words.done(corrections.length)), next, ...undo, ...more], language);
}

/** `/corrections` has them all. */
const MOST_CODES = 5;

export function renderUndone(language: Language): Page {
  const { marking: words } = messagesIn(language).correction;
  return done([paragraph(words.undone), small(words.undoneNext)], language);
}

export const renderCancelled = (language: Language): Page =>
  done([paragraph(messagesIn(language).correction.marking.cancelled)], language);

const done = (blocks: readonly Block[], language: Language): Page => ({
  language,
  tone: 'neutral',
  blocks,
  actions: [],
});
