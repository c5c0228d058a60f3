import { z } from 'zod';
import type { App } from '../src/app.ts';
import type { Ask, Asked } from '../src/asked.ts';
import { type Answer, type Call, defineCommand, type Press, type PressAnswer } from '../src/command.ts';
import type { Brief } from '../src/domain/brief.ts';
import { UserError } from '../src/domain/failure.ts';
import { Language } from '../src/domain/language.ts';
import type { Page } from '../src/domain/page.ts';
import { type Period, parsePeriod } from '../src/domain/period.ts';
import type { GuildSettings } from '../src/domain/settings.ts';
import { About } from '../src/domain/topic.ts';
import { parseActionCode, type SummaryAction } from '../src/render/action-code.ts';
import { otherSubjects } from '../src/render/brief-actions.ts';
import { renderBrief } from '../src/render/brief-page.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { ambiguousPage, expiredPage, unknownPage } from '../src/render/notice.ts';
import { ABOUT_CHOICES, LANGUAGE_CHOICES } from './choices.ts';
import { suggestPeriods, suggestSubjects } from './suggestions.ts';

const QUERY_CHARS = 100;

const Input = z.strictObject({
  query: z.string().trim().min(1).max(QUERY_CHARS),
  about: About.optional(),
  period: z.string().max(40).optional(),
  language: Language.optional(),
  private: z.boolean().optional(),
});
type Input = z.infer<typeof Input>;

/** `/summary query [about] [period] [language] [private]`: what is reported, each line with its sources. */
export default defineCommand({
  data: {
    name: 'summary',
    nameUk: 'зведення',
    description: {
      en: 'What is reported of a place, person or topic, with sources',
      uk: 'Що повідомляють про місце, людину чи тему, з джерелами',
    },
    inDirectMessages: true,
    options: [
      {
        type: 'string',
        name: 'query',
        nameUk: 'запит',
        description: { en: 'A place, person, organisation or topic', uk: 'Місце, людина, організація або тема' },
        required: true,
        maxLength: QUERY_CHARS,
        autocomplete: true,
      },
      {
        type: 'string',
        name: 'about',
        nameUk: 'тема',
        description: { en: 'Only this topic', uk: 'Лише ця тема' },
        choices: ABOUT_CHOICES,
      },
      {
        type: 'string',
        name: 'period',
        nameUk: 'період',
        description: {
          en: 'When the articles came out: 24h, 7d, 30d, all, or 2024-05-10..2024-05-15',
          uk: 'Коли вийшли статті: 24h, 7d, 30d, all або 2024-05-10..2024-05-15',
        },
        maxLength: 40,
        autocomplete: true,
      },
      {
        type: 'string',
        name: 'language',
        nameUk: 'мова',
        description: { en: 'Language of the answer', uk: 'Мова відповіді' },
        choices: LANGUAGE_CHOICES,
      },
      {
        type: 'boolean',
        name: 'private',
        nameUk: 'приватно',
        description: { en: 'Show the answer to me alone', uk: 'Показати відповідь лише мені' },
      },
    ],
  },
  access: 'everyone',
  input: Input,
  run: summarise,
  isPrivate: shownPrivatelyAtFirst,
  suggest: (option, typed, app, call) =>
    option === 'period' ? Promise.resolve(suggestPeriods(typed, call.language)) : suggestSubjects(typed, app, call),
  press: pressed,
});

async function summarise(input: Input, app: App, call: Call): Promise<Answer> {
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const question = questionOf(input, settings, call);
  const isPrivate = shownPrivatelyAtFirst(input, settings);
  return { page: pageFor(question, await app.ask(question), isPrivate, call), private: isPrivate };
}

function shownPrivatelyAtFirst(input: Input, settings: GuildSettings): boolean {
  return input.private ?? settings.private ?? false;
}

function questionOf(input: Input, settings: GuildSettings, call: Call): Ask {
  const language = input.language ?? call.language;
  const period = input.period === undefined ? null : periodOf(input.period, language);
  // A topic picked as the query is the topic: the server's default must not narrow it to another.
  const about = input.about ?? (input.query.startsWith('topic:') ? undefined : settings.about) ?? 'everything';
  return { query: input.query, about, period, language, scope: call.scope, nowMs: call.nowMs };
}

function periodOf(typed: string, language: Language): Period {
  const period = parsePeriod(typed);
  if (!period) throw new UserError(messagesIn(language).command.badPeriod(typed));
  return period;
}

function pageFor(question: Ask, asked: Asked, isPrivate: boolean, { limits }: Call): Page {
  switch (asked.kind) {
    case 'brief':
      return renderBrief(asked.brief, { view: 'overview', page: 1, private: isPrivate }, limits);
    case 'ambiguous':
      return ambiguousPage({ ...question, choices: asked.choices });
    case 'unknown':
      return unknownPage({ ...question, choices: asked.near });
  }
}

/**
 * The asker's own presses turn the message over; others, and whoever shares, get an answer beside it,
 * so that nobody takes a public answer away from those who read it.
 */
async function pressed(press: Press, app: App, call: Call): Promise<PressAnswer> {
  const action = parseActionCode(press.rest);
  if (action?.kind === 'ask') return besides(await answerTo(askOf(action, call), app, press, call), press);
  const brief = action && (await app.recall(action.id, call.scope));
  if (!action || !brief) return { page: expiredPage(call.language), private: true, how: 'reply' };
  if (action.kind === 'share')
    return { page: renderBrief(brief, { ...action, private: false }, call.limits), private: false, how: 'reply' };
  if (action.kind === 'view')
    return besides(renderBrief(brief, { ...action, private: shownPrivately(press) }, call.limits), press);
  return besides(await answerTo(askAgain(brief, action, call), app, press, call), press);
}

const shownPrivately = ({ onPrivate, byAsker }: Press): boolean => onPrivate || !byAsker;

const besides = (page: Page, press: Press): PressAnswer => {
  return { page, private: shownPrivately(press), how: press.byAsker ? 'update' : 'reply' };
};

async function answerTo(question: Ask, app: App, press: Press, call: Call): Promise<Page> {
  return pageFor(question, await app.ask(question), shownPrivately(press), call);
}

function askOf(action: Extract<SummaryAction, { kind: 'ask' }>, { scope, nowMs }: Call): Ask {
  const { about, period, language, entity } = action;
  return { query: `id:${entity}`, about, period, language, scope, nowMs };
}

/** The question of an answer, changed as the button says and asked anew. */
function askAgain(
  brief: Brief,
  action: Extract<SummaryAction, { kind: 'about' | 'period' | 'also' }>,
  call: Call,
): Ask {
  const { question } = brief;
  const same: Ask = {
    query: subjectQuery(brief, question.about),
    about: question.about,
    period: question.period,
    language: question.language,
    scope: call.scope,
    nowMs: call.nowMs,
  };
  switch (action.kind) {
    case 'about':
      return { ...same, query: subjectQuery(brief, action.about), about: action.about };
    case 'period':
      return { ...same, period: action.period === 'all' ? { everything: true } : null };
    case 'also':
      // The button counts claims of any date, so that is what it leads to.
      return { ...same, query: `id:${otherSubjects(brief)[action.index]?.id ?? ''}`, period: { everything: true } };
  }
}

/** A query that leads to the same subject again, whatever has been added to the names since. */
function subjectQuery({ question: { subject, text } }: Brief, about: About): string {
  if (subject.kind === 'entity') return `id:${subject.id}`;
  return subject.kind === 'all' && about !== 'everything' ? `topic:${about}` : text;
}
