import type { Brief } from './domain/brief.ts';
import type { Wording } from './domain/wording.ts';
import type { KeptBriefs } from './kept-briefs.ts';

/** Answers in prose, for edges. */
export interface WordAnswer {
  /** The answer with the prose that was made of the same lines before; null: it has to be made. */
  readonly known: (brief: Brief) => Promise<Brief | null>;
  /**
   * The answer with prose, or with why there is none, kept for its buttons; within `WITHIN_MS`. null where it is not kept any more.
   * Never rejects.
   */
  readonly make: (brief: Brief) => Promise<Brief | null>;
}

/** Well within the 15 minutes in which Discord takes edits: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
const WITHIN_MS = 60_000;

export function createWordAnswer(wording: Wording, { keep, recall }: Pick<KeptBriefs, 'keep' | 'recall'>): WordAnswer {
  return {
    known: async (brief) => {
      const prose = await wording.known(brief);
      if (prose === null) return null;
      const worded = { ...brief, prose };
      keep(worded);
      return worded;
    },
    make: async (brief) => {
      const prose = await wording.make(brief, { deadlineMs: WITHIN_MS, isUrgent: true });
      // It may have been turned to another view meanwhile, or deleted.
      const now = await recall(brief.id, brief.question.scope);
      if (now === null) return null;
      const worded = { ...now, prose };
      keep(worded);
      return worded;
    },
  };
}
