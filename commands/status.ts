import { z } from 'zod';
import { defineCommand } from '../src/command.ts';
import { renderStatus } from '../src/render/status-page.ts';

/** `/status`, for moderators: what is loaded, how the sources are read, and what was set aside and why. */
export default defineCommand({
  data: {
    name: 'status',
    nameUk: 'стан',
    description: {
      en: 'For moderators: what is loaded, how sources are read, what was set aside',
      uk: 'Для модераторів: що завантажено, як читаються джерела, що відкладено',
    },
    inDirectMessages: false,
  },
  access: 'moderator',
  input: z.strictObject({}),
  run: async (_, app, { scope, language, limits }) => {
    return { page: renderStatus(await app.status(scope), language, limits), private: true };
  },
});
