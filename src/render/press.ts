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
  // Nobody asked for a digest or an alert; their readers turn them with the command of the answers that are most like them.
  const form = question.form === 'digest' || question.form === 'alert' ? 'catchup' : question.form;
  return { action: actionCode(form, action), label: clip(label, LABEL_CHARS), look: 'secondary', ...more };
};
