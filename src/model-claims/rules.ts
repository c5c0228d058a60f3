import type { Sureness } from './parties.ts';

/** How plainly a text must bear out what a model says before it is said in words of ours. */
export interface Rules {
  /** Who does it, gives, travels. */
  readonly actor: Sureness;
  /** To whom it is given, who receives. */
  readonly other: Sureness;
  readonly place: Sureness;
  /** Who stays where whoever else the claim names is left out: the two may have been exchanged. */
  readonly alone: Sureness;
  /** Share of a closed value at least, where no word of the quote tells it outright. */
  readonly value: number;
}

/** Chosen on one half of the annotated articles, measured on the other: docs/language-model.md. */
export const RULES: Rules = {
  actor: { least: 0.05, lead: 1 },
  other: { least: 0.05, lead: 0.5 },
  place: { least: 0.05, lead: 1 },
  alone: { least: 0.3, lead: 0.3 },
  value: 0.25,
};
