import { z } from 'zod';
import { defineCommand } from '../../src/command.ts';
import type { Block, Page } from '../../src/domain/page.ts';
import { say } from './picture-command.ts';

export const aFile = (text: string): Block => ({
  kind: 'file',
  name: 'words.csv',
  type: 'text/csv; charset=utf-8',
  text,
});

const page = (...blocks: readonly Block[]): Page => ({
  ...{ language: 'en', tone: 'neutral', blocks },
  actions: [[{ action: 'take:away', label: 'away', look: 'secondary' }]],
});

/** Gives what it is told as a file between two texts; its button takes the file away. */
export const take = defineCommand({
  data: {
    name: 'take',
    nameUk: 'взяти',
    description: { en: 'd', uk: 'о' },
    inDirectMessages: true,
    options: [
      { name: 'text', nameUk: 'текст', description: { en: 'd', uk: 'о' }, type: 'string', required: true },
      { name: 'private', nameUk: 'приватно', description: { en: 'd', uk: 'о' }, type: 'boolean' },
    ],
  },
  access: 'everyone',
  input: z.strictObject({ text: z.string(), private: z.boolean().optional() }),
  isPrivate: (input) => input.private ?? false,
  run: async ({ text, private: isPrivate = false }) => ({
    page: page(say('before'), aFile(text), say('after')),
    private: isPrivate,
  }),
  press: async () => ({ how: 'update', page: page(say('gone')), private: false }),
});
