import { z } from 'zod';
import { defineCommand, type PressAnswer } from '../../src/command.ts';
import { UserError } from '../../src/domain/failure.ts';
import { GivenFile } from '../../src/domain/given-file.ts';
import type { Modal } from '../../src/domain/modal.ts';
import { aPage } from './echo-command.ts';

const option = (name: string, nameUk: string) => ({ name, nameUk, description: { en: 'd', uk: 'о' } });

export const aModal = (action: string, over: Partial<Modal> = {}): Modal => ({
  action,
  title: 'A note',
  fields: [
    { name: 'text', label: 'Text', style: 'paragraph', required: true, maxLength: 4_000, hint: 'As it stands' },
    {
      name: 'by',
      label: 'By whom',
      style: 'short',
      required: false,
      maxLength: 20,
      value: 'me',
      placeholder: 'A name',
    },
  ],
  ...over,
});

const Input = z.strictObject({
  subcommand: z.enum(['write', 'read', 'open']),
  file: GivenFile.optional(),
  link: z.string().max(2_000).optional(),
});

const OPEN = [[{ action: 'note:ask', label: 'Change', look: 'primary' }]] as const;

/** `write` asks by a form, whose button asks again; `read` says what is in a file; `open` takes a link, also from messages. */
export const note = defineCommand({
  data: {
    ...option('note', 'нотатка'),
    inDirectMessages: false,
    onMessages: { name: { en: 'Note it', uk: 'Занотувати' }, subcommand: 'open', option: 'link', takes: 'link' },
    subcommands: [
      { ...option('write', 'писати'), options: [] },
      {
        ...option('read', 'читати'),
        options: [{ ...option('file', 'файл'), type: 'attachment', required: true }],
      },
      {
        ...option('open', 'відкрити'),
        options: [{ ...option('link', 'посилання'), type: 'string', maxLength: 2_000 }],
      },
    ],
  },
  access: 'moderator',
  input: Input,
  form: ({ subcommand }) => (subcommand === 'write' ? Promise.resolve(aModal('note:new')) : null),
  run: async ({ file, link }) => ({ page: aPage(file ? await contentOf(file) : (link ?? 'nothing')), private: true }),
  press: () => Promise.reject(new Error('every press is answered with a form')),
  pressForm: async ({ rest }) => {
    if (rest !== 'ask') throw new UserError('No such note.');
    return aModal('note:again');
  },
  submit: async ({ rest, values }): Promise<PressAnswer> => ({
    page: { ...aPage(`${rest}: ${values.text} by ${values.by}`), actions: OPEN },
    private: values.by === 'secret',
    how: 'update',
  }),
});

async function contentOf({ name, bytes, read }: GivenFile): Promise<string> {
  const content = await read();
  return `${name} ${bytes} ${content.ok ? Buffer.from(content.value) : content.error.kind}`;
}
