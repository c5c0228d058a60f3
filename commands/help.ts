import { z } from 'zod';
import { defineCommand } from '../src/command.ts';
import { renderHelp } from '../src/render/help-page.ts';
import { LISTED } from './list.ts';

/** `/help`: how to ask and how to read an answer. */
export default defineCommand({
  data: {
    name: 'help',
    nameUk: 'довідка',
    description: { en: 'How to ask, and how to read an answer', uk: 'Як запитувати і як читати відповідь' },
    inDirectMessages: true,
  },
  access: 'everyone',
  input: z.strictObject({}),
  run: async (_, __, { language }) => {
    const entries = LISTED.map(({ data }) => data);
    return { page: renderHelp(entries, language), private: true };
  },
});
