import { z } from 'zod';
import type { App } from '../src/app.ts';
import type { Ask } from '../src/asked.ts';
import { type Answer, type Call, defineCommand, type Suggestion } from '../src/command.ts';
import type { Brief } from '../src/domain/brief.ts';
import { UserError } from '../src/domain/failure.ts';
import { Language } from '../src/domain/language.ts';
import { hasSurroundings } from '../src/render/brief-actions.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { shownPrivately } from './answer-command.ts';
import { LANGUAGE_OPTION, PRIVATE_OPTION } from './answer-options.ts';
import { briefPage } from './answer-page.ts';
import { pressAnswer } from './answer-press.ts';
import { suggestEvents } from './suggestions.ts';

const ID_CHARS = 100;

const Input = z.strictObject({
  id: z.string().trim().min(1).max(ID_CHARS),
  language: Language.optional(),
  private: z.boolean().optional(),
});
type Input = z.infer<typeof Input>;

const COMMAND = { name: 'evidence', nameUk: 'докази' } as const;

/** `/evidence id [language] [private]`: the words behind an answer, an event or a claim, and what stands around them. */
export default defineCommand({
  data: {
    ...COMMAND,
    description: {
      en: 'The words behind an answer, an event or a claim, and where they stand',
      uk: 'Слова, на які спирається відповідь, подія чи повідомлення, і де вони стоять',
    },
    inDirectMessages: true,
    options: [
      {
        type: 'string',
        name: 'id',
        nameUk: 'код',
        description: { en: 'The code of an answer, an event or a claim', uk: 'Код відповіді, події чи повідомлення' },
        required: true,
        maxLength: ID_CHARS,
        autocomplete: true,
      },
      LANGUAGE_OPTION,
      PRIVATE_OPTION,
    ],
  },
  access: 'everyone',
  input: Input,
  run: evidenced,
  isPrivate: shownPrivately,
  suggest: (_option, typed, app, call): Promise<readonly Suggestion[]> => suggestEvents(typed, app, call),
  press: (press, app, call) => pressAnswer(COMMAND, press, app, call),
});

async function evidenced(input: Input, app: App, call: Call): Promise<Answer> {
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const isPrivate = shownPrivately(input, settings);
  const language = input.language ?? call.language;
  const question = questionOf(input.id, language, call);
  const brief = await briefOf(isPrivate ? { ...question, shownTo: call.userId } : question, app);
  const shown = briefPage(brief, { view: viewOf(brief), page: 1, private: isPrivate }, call.limits);
  return { ...shown, private: isPrivate, data: brief };
}

/** An answer as it is kept, or what the store has of an event or a claim now. @throws UserError where nothing has the id */
async function briefOf(question: Ask, app: App): Promise<Brief> {
  const kept = await app.recall(question.query.toLowerCase(), question.scope);
  if (kept) return kept;
  const asked = await app.ask(question);
  if (asked.kind !== 'brief') throw new UserError(unknownWords(question.query, question.language));
  const brief: Brief = { ...asked.brief, shown: { view: viewOf(asked.brief), page: 1 } };
  app.turn(brief, brief.shown);
  return brief;
}

const viewOf = (brief: Brief): Brief['shown']['view'] => (hasSurroundings(brief) ? 'around' : 'evidence');

/** What looks like a code of one kind is told why it may lead nowhere. */
function unknownWords(id: string, language: Language): string {
  const { command, evidence } = messagesIn(language);
  if (/^[0-9a-z]{8}$/.test(id)) return command.noAnswer(id);
  if (/^(?:event:)?[0-9a-z]{10}$/.test(id)) return evidence.noEvent(id);
  return /^[\w-]+[:/][a-z]+\d+[a-z]*$/.test(id) ? evidence.noClaim(id) : evidence.noCode(id);
}

const questionOf = (query: string, language: Language, { scope, nowMs }: Call): Ask => {
  return { form: 'evidence', query, about: 'everything', filters: {}, period: null, language, scope, nowMs };
};
