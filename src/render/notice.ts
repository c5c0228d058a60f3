import type { FilterName, Filters } from '../domain/filters.ts';
import type { Form } from '../domain/form.ts';
import type { Language } from '../domain/language.ts';
import type { Action, Block, Page } from '../domain/page.ts';
import type { Period } from '../domain/period.ts';
import type { About } from '../domain/topic.ts';
import type { SourceLimit } from '../domain/trust.ts';
import { ACTION_CHARS, actionCode } from './action-code.ts';
import { item, paragraph, small } from './blocks.ts';
import { type Choice, choiceNameWords, entityChoiceWords } from './choice-words.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';

/** A question with a name that is not settled yet, and what the name may mean. */
export interface Unsettled {
  readonly form: Form;
  readonly query: string;
  readonly about: About;
  readonly period: Period | null;
  readonly language: Language;
  readonly sources?: SourceLimit;
  /** The filter that the name was given for; null: the question itself. */
  readonly option: OpenFilter | null;
  readonly choices: readonly Choice[];
}

export interface OpenFilter {
  readonly filter: FilterName;
  readonly typed: string;
  /** The other filters; null where they are not settled either. */
  readonly others: Filters | null;
}

const PER_ROW = 5;
const MOST_CHOICES = 10;
const LABEL_CHARS = 60;

/** Nothing goes by the name: the nearest that do. */
export function unknownPage(question: Unsettled): Page {
  const words = messagesIn(question.language).command;
  const hint = question.choices.length > 0 ? words.near : words.nothingNear;
  return choicePage(question, words.unknown(typedWords(question)), hint);
}

/** Several unrelated things go by the name: which is meant. */
export function ambiguousPage(question: Unsettled): Page {
  const words = messagesIn(question.language).command;
  return choicePage(question, words.several(typedWords(question)), words.choose);
}

/** What the name stands for cannot be what the filter asks for. */
export function unfitPage({ filter }: OpenFilter, entity: Choice, language: Language): Page {
  const words = messagesIn(language);
  const blocks = [words.filter.unfit(words.filter.names[filter], choiceNameWords(entity, language)), words.filter.pick];
  return { language, tone: 'quiet', actions: [], blocks: blocks.map(paragraph) };
}

const typedWords = ({ option, query }: Unsettled): string => clip(option?.typed ?? query);

/** Buttons that can no longer do what they say. */
export function expiredPage(language: Language, command: { readonly name: string; readonly nameUk: string }): Page {
  const words = messagesIn(language).command;
  const blocks = [words.expired, words.askAgain(command.name, command.nameUk)];
  return { language, tone: 'quiet', actions: [], blocks: blocks.map(paragraph) };
}

/** The best choices are listed; those whose action is short enough have a button as well. */
function choicePage(question: Unsettled, ...texts: readonly string[]): Page {
  const choices = question.choices.slice(0, MOST_CHOICES);
  const items = choices.map((choice) => item([{ text: entityChoiceWords(choice, question.language) }]));
  const buttons = choices
    .flatMap((choice) => choiceAction(choice, question))
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

/** None where more than this choice is open. */
function choiceAction(choice: Choice, question: Unsettled): readonly Action[] {
  const { form, language, sources, about, period, option } = question;
  const manner = { language, ...(sources && { sources }) };
  const { id } = choice.entity;
  const label = clip(choiceNameWords(choice, language), LABEL_CHARS);
  if (!option)
    return [
      { action: actionCode(form, { kind: 'ask', ...manner, about, period, entity: id }), label, look: 'secondary' },
    ];
  if (!option.others) return [];
  const filters = { ...option.others, [option.filter]: id };
  return [{ action: actionCode(form, { kind: 'pick', ...manner, period, filters }), label, look: 'secondary' }];
}
