import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DisputedBorders } from '../domain/picture.ts';
import { readFont } from './font.ts';
import { type Geography, readGeography } from './map/geography.ts';
import { type Typesetter, typesetter } from './typesetter.ts';

/** What pictures are drawn with besides what they show; read once. */
export interface PictureAssets {
  readonly type: Typesetter;
  readonly geography: Geography;
  readonly disputed: DisputedBorders;
  /** Paths of the fonts. */
  readonly fontFiles: readonly string[];
}

const FONT_FILES = ['font/RobotoCondensed-Regular.ttf', 'font/RobotoCondensed-Bold.ttf'] as const;

const BORDERS_FILE = 'map/borders.json.gz';
const NAMES_FILE = 'map/names.tsv';

/** What a drawing is set up with. */
export interface DrawingSettings {
  /** Folder of the committed data. */
  readonly dataDir: string;
  readonly disputed: DisputedBorders;
}

/** Reads fonts and borders from the data folder. Throws where a file is missing or broken: they are part of the program. */
export async function loadPictureAssets({ dataDir, disputed }: DrawingSettings): Promise<PictureAssets> {
  const read = (file: string): Promise<Buffer> => readFile(join(dataDir, file));
  const [regular, bold] = [await read(FONT_FILES[0]), await read(FONT_FILES[1])].map(readFont);
  if (regular === undefined || bold === undefined) throw new Error('two fonts are read');
  const borders: unknown = JSON.parse(gunzipSync(await read(BORDERS_FILE)).toString('utf8'));
  return {
    type: typesetter({ regular, bold }),
    disputed,
    geography: readGeography(borders, (await read(NAMES_FILE)).toString('utf8')),
    fontFiles: FONT_FILES.map((file) => join(dataDir, file)),
  };
}
