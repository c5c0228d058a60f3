import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printPage } from '../../src/cli/print-page.ts';
import { UserError } from '../../src/domain/failure.ts';
import type { Page } from '../../src/domain/page.ts';
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
