import type { App } from '../src/app.ts';
import type { Ask } from '../src/asked.ts';
import type { Call, CommandSpec, Press, PressAnswer } from '../src/command.ts';
import type { Brief } from '../src/domain/brief.ts';
import { type Filters, givenFilters, isClosedFilter } from '../src/domain/filters.ts';
import type { Form } from '../src/domain/form.ts';
import { asSet } from '../src/domain/settings.ts';
import type { About } from '../src/domain/topic.ts';
import { type AnswerAction, parseActionCode } from '../src/render/action-code.ts';
import { otherSubjects } from '../src/render/brief-actions.ts';
import { expiredPage } from '../src/render/notice.ts';
import { answerPage, briefPage } from './answer-page.ts';

type Shown = Pick<PressAnswer, 'page' | 'shows'>;

/** The command whose buttons are pressed: it has its form's name. */
type PressedCommand = Pick<CommandSpec, 'nameUk'> & { readonly name: Form };

/**
 * Does what a button of an answer says, whatever its form. The asker's own presses turn the message over; others, and whoever
 * shares, get an answer beside it, so that nobody takes a public answer away from those who read it.
 */
export async function pressAnswer(command: PressedCommand, press: Press, app: App, call: Call): Promise<PressAnswer> {
  const action = parseActionCode(press.rest);
  const anew = action && askOf(action, command.name, call);
  if (anew) return besides(await answerTo(anew, app, press, call), press);
  const brief = action && 'id' in action ? await app.recall(action.id, call.scope) : null;
  if (!action || !('id' in action) || !brief)
    return { page: expiredPage(call.language, command), private: true, how: 'reply' };
  if (action.kind === 'share')
    return { ...briefPage(brief, { ...action, private: false }, call.limits), private: false, how: 'reply' };
  if (action.kind === 'view') return turned(brief, action, press, app, call);
  return besides(await answerTo(askAgain(brief, action, call), app, press, call), press);
}

/** Only the message that is turned is what the answer is shown as. */
function turned(
  brief: Brief,
  { view, page }: Extract<AnswerAction, { kind: 'view' }>,
  press: Press,
  app: App,
  { limits }: Call,
): PressAnswer {
  if (press.byAsker) app.turn(brief, { view, page });
  return besides(briefPage(brief, { view, page, private: shownPrivately(press) }, limits), press);
}

const shownPrivately = ({ onPrivate, byAsker }: Press): boolean => onPrivate || !byAsker;

const besides = (shown: Shown, press: Press): PressAnswer => {
  return { ...shown, private: shownPrivately(press), how: press.byAsker ? 'update' : 'reply' };
};

async function answerTo(question: Ask, app: App, press: Press, call: Call): Promise<Shown> {
  const isPrivate = shownPrivately(press);
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const whole = { ...asSet(settings), ...question };
  const asked = await app.ask(isPrivate ? { ...whole, shownTo: call.userId } : whole);
  return answerPage(question, asked, isPrivate, call.limits);
}

/** The question that a button holds whole; null for one that refers to an answer. */
function askOf(action: AnswerAction, form: Form, { scope, nowMs }: Call): Ask | null {
  if (action.kind === 'ask') {
    const { about, period, entity } = action;
    return { form, query: `id:${entity}`, about, filters: {}, period, ...mannerOf(action), scope, nowMs };
  }
  if (action.kind !== 'pick') return null;
  const { period, filters } = action;
  const asked = { form, query: '', about: 'everything', filters: pickedFilters(filters), period } as const;
  return { ...asked, ...mannerOf(action), scope, nowMs };
}

const mannerOf = ({ language, sources }: Pick<Ask, 'language' | 'sources'>): Pick<Ask, 'language' | 'sources'> => ({
  language,
  ...(sources && { sources }),
});

/** The question of an answer, changed as the button says and asked anew. */
function askAgain(
  brief: Brief,
  action: Extract<AnswerAction, { kind: 'about' | 'period' | 'narrow' | 'also' }>,
  call: Call,
): Ask {
  const { form, about, filters, period, language, sources = 'all' } = brief.question;
  const same: Ask = {
    ...{ form, query: subjectQuery(brief, about), about, filters: pickedFilters(filters), period, language },
    ...{ sources, scope: call.scope, nowMs: call.nowMs },
  };
  switch (action.kind) {
    case 'about':
      return { ...same, query: subjectQuery(brief, action.about), about: action.about };
    case 'period':
      return { ...same, period: action.period === 'all' ? { everything: true } : null };
    case 'narrow':
      return { ...same, filters: narrowed(same.filters, action) };
    case 'also':
      // The button counts claims of any date, so that is what it leads to.
      return { ...same, query: `id:${otherSubjects(brief)[action.index]?.id ?? ''}`, period: { everything: true } };
  }
}

function narrowed(
  filters: Ask['filters'],
  { filter, value }: Extract<AnswerAction, { kind: 'narrow' }>,
): Ask['filters'] {
  const { [filter]: _, ...others } = filters;
  return value === 'any' ? others : { ...others, [filter]: value };
}

/** A query that leads to the same subject again, whatever has been added to the names since. */
function subjectQuery({ question: { subject, text } }: Brief, about: About): string {
  if (subject.kind === 'entity') return `id:${subject.id}`;
  if (subject.kind === 'all') return about === 'everything' ? '' : `topic:${about}`;
  return text;
}

/** Settled filters as words that lead to the same again. */
const pickedFilters = (filters: Filters): Ask['filters'] =>
  Object.fromEntries(
    givenFilters(filters).map(([name, value]) => [name, isClosedFilter(name) ? value : `id:${value}`]),
  );
