import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printPage } from '../../src/cli/print-page.ts';
import { UserError } from '../../src/domain/failure.ts';
import type { Page } from '../../src/domain/page.ts';
import { aFile } from '../support/file-command.ts';
import { aDraw, aPicture, say } from '../support/picture-command.ts';
import { withFolder } from '../support/sitrep.ts';

const pageOf = (what: string): Page => ({
  language: 'en',
  tone: 'neutral',
  blocks: [say('before'), aPicture(what), say('after')],
  actions: [],
});

describe('as text', () => {
  test('a picture is written to the folder, and its place and its words stand in the text', () =>
    withFolder(async (folder) => {
      const pictures = join(folder, 'new', 'pictures');
      const { draw } = aDraw();
      const printed = await printPage(pageOf('a map'), { format: 'text', pictures, draw });
      const [name = ''] = readdirSync(pictures);
      expect(name).toMatch(/^counts-[0-9a-f]{16}\.png$/);
      expect(readFileSync(join(pictures, name)).subarray(1, 4).toString()).toBe('PNG');
      const out = `before\n\n[It shows a map.]\n    ${join(pictures, name)}\n\nafter\n`;
      expect(printed).toEqual({ out, err: '', status: 0 });
    }));

  test('without a folder nothing is drawn, and the words stand in the text', async () => {
    const { draw, drawn } = aDraw();
    const printed = await printPage(pageOf('a map'), { format: 'text', draw });
    expect(printed.out).toBe('before\n\n[It shows a map.]\n\nafter\n');
    expect(drawn).toEqual([]);
  });

  test('a folder that cannot be made is said in words', () =>
    withFolder(async (folder) => {
      const pictures = join(folder, 'file');
      writeFileSync(pictures, '');
      const { draw } = aDraw();
      await expect(printPage(pageOf('a map'), { format: 'text', pictures, draw })).rejects.toThrow(UserError);
    }));
});

test('as the message of Discord, with name, words and size of its file', async () => {
  const { draw } = aDraw();
  const { out } = await printPage(pageOf('a map'), { format: 'discord', draw });
  const { file, components } = JSON.parse(out);
  expect(file).toEqual({
    name: expect.stringMatching(/\.png$/),
    description: 'It shows a map.',
    bytes: expect.any(Number),
  });
  expect(JSON.stringify(components)).toContain(`attachment://${file.name}`);
});

test.for(['text', 'discord'] as const)('a picture that cannot be drawn is missing, and that is said: %s', (format) =>
  withFolder(async (pictures) => {
    const { draw } = aDraw();
    const { out, err, status } = await printPage(pageOf('nothing'), { format, pictures, draw });
    expect([err, status]).toEqual(['the picture could not be drawn: Error: no paint is left\n', 0]);
    expect(out).toContain('after');
    expect(readdirSync(pictures)).toEqual([]);
  }),
);

describe('a file', () => {
  const page: Page = { language: 'en', tone: 'neutral', blocks: [say('before'), aFile('a,b\r\n')], actions: [] };
  const { draw } = aDraw();

  test('goes to the output alone, so that it can be piped', async () => {
    const printed = await printPage(page, { format: 'text', draw });
    expect(printed).toEqual({ out: 'a,b\r\n', err: 'before\n\n[words.csv]\n', status: 0 });
  });

  test('goes to a path, whose folder is made', () =>
    withFolder(async (folder) => {
      const output = join(folder, 'new', 'words.csv');
      const printed = await printPage(page, { format: 'text', output, draw });
      expect(printed).toEqual({ out: 'before\n\n[words.csv]\n', err: '', status: 0 });
      expect(readFileSync(output, 'utf8')).toBe('a,b\r\n');
      await expect(printPage(page, { format: 'text', output: folder, draw })).rejects.toThrow(UserError);
    }));

  test('is named with its size in the message of Discord', async () => {
    const { out } = await printPage(page, { format: 'discord', draw });
    expect(JSON.parse(out).file).toEqual({ name: 'words.csv', description: null, bytes: 5 });
  });
});
