import type { App } from '../src/app.ts';
import type { Ask } from '../src/asked.ts';
import { type Answer, type Call, defineCommand, type Press, type PressAnswer } from '../src/command.ts';
import { asSet } from '../src/domain/settings.ts';
import { parseActionCode } from '../src/render/action-code.ts';
import { questionOf, shownPrivately, suggest } from './answer-command.ts';
import { type AnswerInput, answerInput } from './answer-input.ts';
import { LANGUAGE_OPTION, PRIVATE_OPTION, queryOption, SOURCES_OPTION, topicOption } from './answer-options.ts';
import { answerPage } from './answer-page.ts';
import { pressAnswer } from './answer-press.ts';

const { required: _, ...query } = queryOption({ en: 'A place, person or topic', uk: 'Місце, людина або тема' });
const OPTIONS = [query, topicOption] as const;
const NAMES = { name: 'catchup', nameUk: 'що-нового' } as const;

/** `/catchup [query] [topic] [sources] [language] [private]`: what is new or has changed since this member last asked. */
export default defineCommand({
  data: {
    ...NAMES,
    description: {
      en: 'What is new or has changed since you last asked',
      uk: 'Що нового або що змінилося після вашого попереднього запиту',
    },
    inDirectMessages: true,
    options: [...OPTIONS, SOURCES_OPTION, LANGUAGE_OPTION, PRIVATE_OPTION],
  },
  access: 'everyone',
  input: answerInput('catchup', OPTIONS),
  run: caughtUp,
  isPrivate: shownPrivately,
  suggest,
  press: pressed,
});

async function caughtUp(input: AnswerInput, app: App, call: Call): Promise<Answer> {
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const question = questionOf('catchup', input, settings, call);
  return answerTo(question, shownPrivately(input, settings), app, call);
}

async function answerTo(question: Ask, isPrivate: boolean, app: App, call: Call): Promise<Answer> {
  const shownTo = isPrivate ? { shownTo: call.userId } : {};
  const { asked, seen } = await app.catchUp({ ...question, ...shownTo }, call.userId);
  return {
    ...answerPage(question, asked, isPrivate, call.limits),
    private: isPrivate,
    data: asked,
    delivered: seen,
  };
}

/** Whoever picks what a name meant asks for what is new to them. */
async function pressed(press: Press, app: App, call: Call): Promise<PressAnswer> {
  const action = parseActionCode(press.rest);
  if (action?.kind !== 'ask') return pressAnswer(NAMES, press, app, call);
  const { about, period, language, entity, sources } = action;
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const question: Ask = {
    ...asSet(settings),
    ...{ form: 'catchup', query: `id:${entity}`, about, filters: {}, period, language },
    ...(sources && { sources }),
    ...{ scope: call.scope, nowMs: call.nowMs },
  };
  const answer = await answerTo(question, press.onPrivate || !press.byAsker, app, call);
  return { ...answer, how: press.byAsker ? 'update' : 'reply' };
}
