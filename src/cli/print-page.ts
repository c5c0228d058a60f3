import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toMessage } from '../deliver/message.ts';
import { createPictures, type Draw, type Drawn } from '../deliver/pictures.ts';
import { UserError } from '../domain/failure.ts';
import { type FileBlock, fileOf, type Page, pictureOf } from '../domain/page.ts';
import { toText } from '../render/text.ts';
import { type Outcome, said } from './outcome.ts';

export interface Printing {
  /** `discord`: the message that Discord would get, with its file's name and size. */
  readonly format: 'text' | 'discord';
  /** Folder for the picture as PNG, made where it is missing; undefined: none is written. */
  readonly pictures?: string | undefined;
  /** Path that the page's file is written to; undefined: it goes to the output, and the page's words to the error stream. */
  readonly output?: string | undefined;
  readonly draw: Draw;
}

/**
 * A page on a terminal. One whose picture cannot be drawn is printed without it; that is said on the error stream.
 * @throws UserError when the picture cannot be written
 */
export async function printPage(page: Page, printing: Printing): Promise<Outcome> {
  const file = printing.format === 'text' ? fileOf(page) : null;
  if (file) return printFile(page, file, printing.output);
  const { drawn, err } = await drawnFor(page, printing);
  const { format, pictures } = printing;
  const path = pictures !== undefined && drawn ? written(pictures, drawn) : null;
  const out = format === 'discord' ? said(JSON.stringify(messageOf(page, drawn), null, 2)) : toText(page, path);
  return { out, err, status: 0 };
}

/** The file alone on the output, so that it can be piped, or at a path with the page's words on the output. */
function printFile(page: Page, { text }: FileBlock, output: string | undefined): Outcome {
  if (output === undefined) return { out: text, err: toText(page), status: 0 };
  save(output, text);
  return { out: toText(page), err: '', status: 0 };
}

type DrawnOrWhyNot = { readonly drawn: Drawn | null; readonly err: string };

async function drawnFor(page: Page, { format, pictures, draw }: Printing): Promise<DrawnOrWhyNot> {
  const picture = pictureOf(page);
  if (!picture) return { drawn: null, err: pictures === undefined ? '' : said('this answer has no picture') };
  if (format === 'text' && pictures === undefined) return { drawn: null, err: '' };
  try {
    return { drawn: await createPictures(draw)(picture.spec), err: '' };
  } catch (error) {
    return { drawn: null, err: said(`the picture could not be drawn: ${error}`) };
  }
}

function written(folder: string, { name, bytes }: Drawn): string {
  const path = join(folder, name);
  save(path, bytes);
  return path;
}

function save(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    throw new UserError(`${path} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}

function messageOf(page: Page, drawn: Drawn | null): object {
  const { file, ...body } = toMessage(page, drawn);
  return {
    ...body,
    ...(file && { file: { name: file.name, description: file.description, bytes: file.bytes.length } }),
  };
}
