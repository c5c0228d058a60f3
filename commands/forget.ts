import { z } from 'zod';
import type { App } from '../src/app.ts';
import { type Answer, type Call, defineCommand } from '../src/command.ts';
import { forgetPage } from '../src/render/forget-page.ts';

const Input = z.strictObject({ confirm: z.boolean().optional() });

/** `/forget [confirm]`: what is kept of the member, and its deletion once they confirm it. */
export default defineCommand({
  data: {
    name: 'forget',
    nameUk: 'забути',
    description: {
      en: 'See what is kept of you, and delete it',
      uk: 'Побачити, що про вас зберігається, і видалити це',
    },
    inDirectMessages: true,
    options: [
      {
        type: 'boolean',
        name: 'confirm',
        nameUk: 'підтверджую',
        description: { en: 'Delete it without asking again', uk: 'Видалити без повторного запитання' },
      },
    ],
  },
  access: 'everyone',
  input: Input,
  run: ({ confirm }, app, call) => (confirm ? forgotten(app, call) : shown(app, call)),
  press: async (_, app, call) => ({ ...(await forgotten(app, call)), how: 'update' }),
});

async function shown(app: App, { userId, language }: Call): Promise<Answer> {
  const kept = await app.keptOf(userId);
  return { page: forgetPage(kept, false, language), private: true, data: counts(kept) };
}

async function forgotten(app: App, { userId, language }: Call): Promise<Answer> {
  const kept = await app.forget(userId);
  return { page: forgetPage(kept, true, language), private: true, data: { deleted: counts(kept) } };
}

const counts = ({ marks, answers, mistakes, tracks }: Awaited<ReturnType<App['keptOf']>>) => {
  return { marks: marks.length, answers: answers.length, mistakes, tracks };
};
