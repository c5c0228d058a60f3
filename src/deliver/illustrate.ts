import type { Language } from '../domain/language.ts';
import { type Block, type Page, pictureOf } from '../domain/page.ts';
import type { Drawn, Pictures } from './pictures.ts';
import { within } from './within.ts';
import { WORDS } from './words.ts';

/** A page as it can be shown: with its picture drawn, or with a line in the picture's place. */
export interface Illustrated {
  readonly page: Page;
  /** null for a page without a picture. */
  readonly drawn: Drawn | null;
}

export interface IllustrateOptions {
  readonly pictures: Pictures;
  /** Whoever asked does not wait longer for a picture; it is drawn to its end for whoever asks next. */
  readonly withinMs: number;
  /** Names the call in what is said when there is no picture. */
  readonly ref: string;
  /** Told why there is no picture. Must not throw. */
  readonly report: (error: unknown) => void;
}

class PictureLate extends Error {
  override readonly name = 'PictureLate';
  readonly afterMs: number;
  constructor(afterMs: number) {
    super('a picture was not drawn in time');
    this.afterMs = afterMs;
  }
}

/** Draws the page's picture. Never rejects. */
export async function illustrate(
  page: Page,
  { pictures, withinMs, ref, report }: IllustrateOptions,
): Promise<Illustrated> {
  const picture = pictureOf(page);
  if (!picture) return { page, drawn: null };
  try {
    const drawn = await within(pictures(picture.spec), withinMs, null);
    if (drawn) return { page, drawn };
    throw new PictureLate(withinMs);
  } catch (error) {
    report(error);
    return { page: withoutPicture(page, ref), drawn: null };
  }
}

/** The page with a line in its picture's place. */
export function withoutPicture(page: Page, ref: string): Page {
  return {
    ...page,
    blocks: page.blocks.map((block) => (block.kind === 'picture' ? noPicture(page.language, ref) : block)),
  };
}

const noPicture = (language: Language, ref: string): Block => ({
  kind: 'small',
  rich: [{ text: WORDS[language].noPicture(ref) }],
});
