import type { Language } from '../domain/language.ts';
import type { PictureTheme } from '../domain/picture.ts';
import { PALETTES, type Palette } from './palette.ts';
import type { Svg } from './svg.ts';
import type { Typesetter } from './typesetter.ts';
import { type PictureWords, pictureWords } from './words/words.ts';

/** Pixels, of every picture. */
export const WIDTH = 1200;
/** Kept free on the left and on the right. */
export const MARGIN = 40;
/** What is left between the margins. */
export const INNER = WIDTH - 2 * MARGIN;

/** What all that is drawn is drawn with. */
export interface Kit {
  readonly palette: Palette;
  readonly words: PictureWords;
  readonly language: Language;
  readonly type: Typesetter;
}

/** Something drawn, and where the next thing below it may begin. */
export interface Drawn {
  readonly svg: Svg;
  readonly bottom: number;
}

export const kitOf = (theme: PictureTheme, language: Language, type: Typesetter): Kit => ({
  palette: PALETTES[theme],
  words: pictureWords(language),
  language,
  type,
});
