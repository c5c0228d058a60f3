import type { Brief } from '../domain/brief.ts';
import type { Action } from '../domain/page.ts';
import { type AnswerAction, actionCode } from './action-code.ts';
import { clip } from './cut.ts';

/** Longest label that a button shows whole on a phone. */
const LABEL_CHARS = 60;

/** A button of an answer. */
export const press = (
  { question }: Pick<Brief, 'question'>,
  action: AnswerAction,
  label: string,
  more: Partial<Action> = {},
): Action => {
  // A digest's command is for moderators; its readers turn it with that of the answers which are most like it.
  const form = question.form === 'digest' ? 'catchup' : question.form;
  return { action: actionCode(form, action), label: clip(label, LABEL_CHARS), look: 'secondary', ...more };
};
