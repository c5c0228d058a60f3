import type { Brief } from './brief.ts';
import type { Prose } from './prose.ts';

export interface WordingOptions {
  /** For all of it, in ms. */
  readonly deadlineMs: number;
  /** Whether somebody waits for it. */
  readonly isUrgent: boolean;
}

/** Answers in prose. What it gives has been held against the answer's lines; it never rejects. */
export interface Wording {
  /** What was made of the same lines before; null: nothing. */
  readonly known: (brief: Brief) => Promise<Prose | null>;
  /** Asks the model, once for all who ask for the same lines at the same time. Resolves by the deadline. */
  readonly make: (brief: Brief, options: WordingOptions) => Promise<Prose>;
  /** What is being made for a server still comes to those who wait for it, and is not kept. */
  readonly drop: (guildId: string) => void;
}
