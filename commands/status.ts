import { z } from 'zod';
import { defineCommand } from '../src/command.ts';
import { renderStatus } from '../src/render/status-page.ts';

/** `/status`, for moderators: what was loaded, and what was set aside and why. */
export default defineCommand({
  data: {
    name: 'status',
    nameUk: 'стан',
    description: {
      en: 'For moderators: what was loaded, what was set aside and why',
      uk: 'Для модераторів: що завантажено, що відкладено і чому',
    },
    inDirectMessages: false,
  },
  access: 'moderator',
  input: z.strictObject({}),
  run: async (_, app, { scope, language, limits }) => {
    return { page: renderStatus(await app.status(scope), language, limits), private: true };
  },
});
