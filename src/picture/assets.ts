import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFont } from './font.ts';
import { type Typesetter, typesetter } from './typesetter.ts';

/** What pictures are drawn with besides what they show; read once. */
export interface PictureAssets {
  readonly type: Typesetter;
  /** Paths of the fonts. */
  readonly fontFiles: readonly string[];
}

const FONT_FILES = ['font/RobotoCondensed-Regular.ttf', 'font/RobotoCondensed-Bold.ttf'] as const;

/** Reads fonts and borders from the data folder. Throws where a file is missing or broken: they are part of the program. */
export async function loadPictureAssets(dataDir: string): Promise<PictureAssets> {
  const [regular, bold] = await Promise.all(
    FONT_FILES.map(async (file) => readFont(await readFile(join(dataDir, file)))),
  );
  if (regular === undefined || bold === undefined) throw new Error('two fonts are read');
  return { type: typesetter({ regular, bold }), fontFiles: FONT_FILES.map((file) => join(dataDir, file)) };
}
