import type { NoProse } from '../../domain/prose.ts';

/** Words around prose of a language model. */
export interface ProseMessages {
  /** Who worded it, below it. */
  readonly by: (model: string) => string;
  readonly coming: string;
  /** Why there are plain lines in its place. */
  readonly none: Readonly<Record<NoProse, string>>;
  /** Of a button: the lines that it words, as they are. */
  readonly plain: string;
  /** What the option is called on a digest's card. */
  readonly style: string;
  /** Of the option, and what can be chosen. */
  readonly styles: Readonly<Record<'lines' | 'prose', string>>;
}
