import { CORRECTION_REASON_CHARS } from '../domain/correction.ts';
import type { MistakeList, ToldOfMistake } from '../domain/correction-view.ts';
import type { Language } from '../domain/language.ts';
import { MISTAKE_CHARS, MISTAKE_LINE_CHARS, type Mistake } from '../domain/mistake.ts';
import type { Modal } from '../domain/modal.ts';
import type { Action, Page, Rich } from '../domain/page.ts';
import { item, paragraph, quote, small, title } from './blocks.ts';
import { correctAction, correctionsAction } from './correction-action.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';
import type { Piece } from './pack.ts';
import { turned } from './turned.ts';

/** Longest code of a claim. */
const CODE_CHARS = 100;

/** Asks what is wrong with an answer. */
export function reportForm(answer: string, language: Language): Modal {
  const { report: words } = messagesIn(language).correction;
  return {
    action: correctionsAction({ kind: 'report', answer }),
    title: words.title,
    fields: [
      {
        ...{ name: 'line', label: words.line, hint: words.lineHint },
        ...{ style: 'short', required: false, maxLength: MISTAKE_LINE_CHARS },
      },
      {
        ...{ name: 'words', label: words.words, hint: words.wordsHint },
        ...{ style: 'paragraph', required: true, maxLength: MISTAKE_CHARS },
      },
    ],
  };
}

/** Where the report went. */
export const renderReported = (to: ToldOfMistake, language: Language): Page => ({
  language,
  tone: 'neutral',
  blocks: [paragraph(messagesIn(language).correction.report.thanks[to])],
  actions: [],
});

/** A reported mistake, as moderators are told of it, with what can be done about it. */
export function renderMistake(mistake: Mistake, language: Language): Page {
  const { mistake: words } = messagesIn(language).correction;
  const blocks = [title(words.title), ...pieceOf(mistake, language)];
  return { language, tone: 'neutral', blocks, actions: mistake.settled === null ? [actionsOf(mistake, language)] : [] };
}

function pieceOf({ by, atMs, answer, line, named, words: said, settled }: Mistake, language: Language): Piece {
  const { mistake: words } = messagesIn(language).correction;
  return [
    item([
      { text: `${words.by} ` },
      { text: by, style: 'member' },
      { text: ` · ${instantWords(atMs, language)} · ${words.answer} ` },
      { text: answer, style: 'code' },
    ]),
    quote(said),
    { kind: 'small', rich: lineRuns(line, named, language) },
    small(words.evidence(named?.claim ?? named?.event ?? answer)),
    ...(settled === null ? [] : [{ kind: 'small', rich: settledRuns(settled, language) } as const]),
  ];
}

function settledRuns({ how, by, atMs }: NonNullable<Mistake['settled']>, language: Language): Rich {
  return [
    { text: `${messagesIn(language).correction.mistake.settled[how]} ` },
    ...(by === null ? [] : [{ text: by, style: 'member' } as const]),
    { text: ` · ${instantWords(atMs, language)}` },
  ];
}

function lineRuns(line: string, named: Mistake['named'], language: Language): Rich {
  const { mistake: words } = messagesIn(language).correction;
  if (line === '') return [{ text: `${words.line}: ${words.wholeAnswer}` }];
  return [{ text: `${words.line}: ` }, { text: line }, ...(named === null ? [{ text: ` (${words.noSuchLine})` }] : [])];
}

function actionsOf({ id }: Mistake, language: Language): readonly Action[] {
  const { mistake: words } = messagesIn(language).correction;
  return [
    { action: correctAction({ kind: 'mistake', mistake: id }), label: words.mark, look: 'primary' },
    { action: correctAction({ kind: 'dismiss', mistake: id }), label: words.dismiss, look: 'secondary' },
  ];
}

/** Asks for the reason, with what the member wrote to begin with. */
export function mistakeForm({ id, named, words: said }: Mistake, language: Language): Modal {
  const { mistake: words } = messagesIn(language).correction;
  return {
    action: correctAction({ kind: 'mistake', mistake: id }),
    title: words.formTitle,
    fields: [
      {
        ...{ name: 'id', label: words.code, hint: words.codeHint, value: named?.claim ?? named?.event ?? '' },
        ...{ style: 'short', required: true, maxLength: CODE_CHARS },
      },
      {
        ...{ name: 'reason', label: words.reason, value: said },
        ...{ style: 'paragraph', required: true, maxLength: CORRECTION_REASON_CHARS },
      },
    ],
  };
}

/** One of the mistakes that wait for a moderator, with its buttons and the way to the others. */
export function renderMistakes({ mistakes, total }: MistakeList, page: number, language: Language): Page {
  const [mistake] = mistakes;
  if (!mistake)
    return {
      language,
      tone: 'neutral',
      blocks: [paragraph(messagesIn(language).correction.mistake.none)],
      actions: [],
    };
  const shown = renderMistake(mistake, language);
  const pages = Array.from({ length: total }, () => shown.blocks);
  const { turns } = turned(pages, page, (at) => correctAction({ kind: 'reports', page: at }), language);
  return { ...shown, actions: [...shown.actions, ...(turns.length > 0 ? [turns] : [])] };
}
