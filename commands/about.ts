import { z } from 'zod';
import { defineCommand } from '../src/command.ts';
import { renderAbout } from '../src/render/about-page.ts';

/** `/about`: how answers are made, and how much there is to answer from. */
export default defineCommand({
  data: {
    name: 'about',
    nameUk: 'про-бота',
    description: {
      en: 'How answers are made, size and age of the store, version',
      uk: 'Як складаються відповіді, обсяг і вік сховища, версія',
    },
    inDirectMessages: true,
  },
  access: 'everyone',
  input: z.strictObject({}),
  run: async (_, app, { scope, nowMs, language }) => {
    const { store, version } = await app.status(scope);
    return { page: renderAbout({ store, version, nowMs }, language), private: true };
  },
});
