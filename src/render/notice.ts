import type { Language } from '../domain/language.ts';
import type { Action, Block, Page } from '../domain/page.ts';
import type { Period } from '../domain/period.ts';
import type { About } from '../domain/topic.ts';
import { ACTION_CHARS, actionCode } from './action-code.ts';
import { item, paragraph, small } from './blocks.ts';
import { type Choice, choiceNameWords, entityChoiceWords } from './choice-words.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';

/** A question whose name is not settled yet, and the names it may mean. */
export interface Unsettled {
  readonly query: string;
  readonly about: About;
  readonly period: Period | null;
  readonly language: Language;
  readonly choices: readonly Choice[];
}

const PER_ROW = 5;
const MOST_CHOICES = 10;
const LABEL_CHARS = 60;

/** Nothing goes by the name: the nearest that do. */
export function unknownPage(question: Unsettled): Page {
  const words = messagesIn(question.language).command;
  const hint = question.choices.length > 0 ? words.near : words.nothingNear;
  return choicePage(question, words.unknown(clip(question.query)), hint);
}

/** Several unrelated things go by the name: which is meant. */
export function ambiguousPage(question: Unsettled): Page {
  const words = messagesIn(question.language).command;
  return choicePage(question, words.several(clip(question.query)), words.choose);
}

/** Buttons that can no longer do what they say. */
export function expiredPage(language: Language): Page {
  const words = messagesIn(language).command;
  return { language, tone: 'quiet', actions: [], blocks: [paragraph(words.expired), paragraph(words.askAgain)] };
}

/** The best choices are listed; those whose action is short enough have a button as well. */
function choicePage(question: Unsettled, ...texts: readonly string[]): Page {
  const choices = question.choices.slice(0, MOST_CHOICES);
  const items = choices.map((choice) => item([{ text: entityChoiceWords(choice, question.language) }]));
  const buttons = choices
    .map((choice) => choiceAction(choice, question))
    .filter(({ action }) => action.length <= ACTION_CHARS);
  return {
    language: question.language,
    tone: 'quiet',
    blocks: [...texts.map(paragraph), ...items, ...furtherBlocks(question)],
    actions: [buttons.slice(0, PER_ROW), buttons.slice(PER_ROW)].filter((row) => row.length > 0),
  };
}

function furtherBlocks({ choices, language }: Unsettled): readonly Block[] {
  const more = choices.length - MOST_CHOICES;
  return more > 0 ? [small(messagesIn(language).command.furtherChoices(more))] : [];
}

function choiceAction(choice: Choice, { language, about, period }: Unsettled): Action {
  const action = actionCode({ kind: 'ask', language, about, period, entity: choice.entity.id });
  return { action, label: clip(choiceNameWords(choice, language), LABEL_CHARS), look: 'secondary' };
}
