import type { App } from '../src/app.ts';
import type { Ask } from '../src/asked.ts';
import {
  type Answer,
  type Call,
  type Command,
  type CommandSpec,
  defineCommand,
  type Suggestion,
} from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import { FILTER_NAMES, isClosedFilter } from '../src/domain/filters.ts';
import { type Form, hasProse } from '../src/domain/form.ts';
import type { Language, Localised } from '../src/domain/language.ts';
import { endsBeforeItBegins, type Period, parsePeriod } from '../src/domain/period.ts';
import { parseSearch } from '../src/domain/search.ts';
import { asSet, type GuildSettings } from '../src/domain/settings.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { type AnswerInput, answerInput } from './answer-input.ts';
import { ANSWER_OPTIONS, type TextOption } from './answer-options.ts';
import { answerPage } from './answer-page.ts';
import { pressAnswer } from './answer-press.ts';
import { proseAnswer } from './answer-prose.ts';
import { STYLE_OPTION } from './style-option.ts';
import { suggestEntities, suggestPeriods, suggestSubjects, suggestWithEvents } from './suggestions.ts';

/** A command that answers from the store, in a form that has its name. */
export interface AnswerSpec {
  readonly form: Form;
  readonly nameUk: string;
  readonly description: Localised;
  /** `query` and `about`, or filters by their names; period, sources, language and privacy are added to every one. */
  readonly options: readonly TextOption[];
}

/** The command, whole: asking, privacy, suggestions and buttons are the same for every form. */
export function answerCommand({ form, nameUk, description, options }: AnswerSpec): Command {
  const data: CommandSpec = {
    name: form,
    nameUk,
    description,
    inDirectMessages: true,
    options: [...options, ...(hasProse(form) ? [STYLE_OPTION] : []), ...ANSWER_OPTIONS],
  };
  return defineCommand({
    data,
    access: 'everyone',
    input: answerInput(form, options),
    run: (input, app, call) => answered(form, input, app, call),
    isPrivate: shownPrivately,
    suggest: form === 'timeline' ? suggestMoments : suggest,
    press: (press, app, call) => pressAnswer({ name: form, nameUk }, press, app, call),
  });
}

async function answered(form: Form, input: AnswerInput, app: App, call: Call): Promise<Answer> {
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const style = app.prose && input.style === 'prose' ? { style: input.style } : {};
  const question = { ...questionOf(form, input, settings, call), ...style };
  const isPrivate = shownPrivately(input, settings);
  const asked = await app.ask(isPrivate ? { ...question, shownTo: call.userId } : question);
  const shown =
    question.style && app.prose && asked.kind === 'brief'
      ? await proseAnswer(asked.brief, app.prose, isPrivate, call)
      : answerPage(question, asked, isPrivate, call.limits);
  return { ...shown, private: isPrivate, data: asked };
}

/** What the question says, else what the server's settings say. */
export const shownPrivately = (input: { readonly private?: boolean | undefined }, settings: GuildSettings): boolean =>
  input.private ?? settings.private ?? false;

/** What a command's options ask for, with what the server's settings add. @throws UserError for a period that nobody can read */
export function questionOf(form: Form, input: AnswerInput, settings: GuildSettings, call: Call): Ask {
  const { query, filters } = input;
  const language = input.language ?? call.language;
  if (form === 'search' && parseSearch(query).length === 0)
    throw new UserError(messagesIn(language).search.noWord(query));
  const period = input.period === undefined ? null : periodOf(input.period, language);
  // A topic picked as the query is the topic: the server's default must not narrow it to another.
  const about = input.about ?? (query.startsWith('topic:') ? undefined : settings.about) ?? 'everything';
  const { scope, nowMs } = call;
  const limit = input.sources ? { sources: input.sources } : {};
  return { form, query, filters, about, period, language, scope, nowMs, ...asSet(settings), ...limit };
}

function periodOf(typed: string, language: Language): Period {
  const period = parsePeriod(typed);
  const words = messagesIn(language).command;
  if (!period) throw new UserError(endsBeforeItBegins(typed) ? words.reversedPeriod(typed) : words.badPeriod(typed));
  return period;
}

/** Choices for any option of a command that answers from the store. */
export async function suggest(option: string, typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  if (option === 'period') return suggestPeriods(typed, call.language);
  const filter = FILTER_NAMES.find((name) => name === option);
  if (!filter) return suggestSubjects(typed, app, call);
  return isClosedFilter(filter) ? [] : suggestEntities(filter, typed, app, call);
}

/** Of what happens in time, an event may be picked too. */
const suggestMoments: NonNullable<Command['suggest']> = (option, typed, app, call) =>
  option === 'query' ? suggestWithEvents(typed, app, call) : suggest(option, typed, app, call);
