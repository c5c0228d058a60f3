import type { Token } from '../document.ts';

/** Splits a text into sentences of tagged tokens, in order; offsets count in that text. Never throws, linear in the text. */
export type Tagger = (text: string) => readonly (readonly Token[])[];
