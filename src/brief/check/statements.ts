import { type ReadMessage, STATEMENTS_AT_MOST, sentencesOf } from '../../domain/message.ts';

/** Longer ones are cut: nobody says so much in one. */
const STATEMENT_CHARS = 600;

/** A sentence of a message, with what was read of it. */
export interface Said {
  readonly text: string;
  readonly claims: ReadMessage['claims'];
}

/** The sentences of a message, each with the claims whose first words stand in it. */
export function statementsIn({ text, claims, article, isCut }: ReadMessage): {
  readonly said: readonly Said[];
  readonly isCut: boolean;
} {
  const sentences = sentencesOf(text, article?.language ?? 'und');
  const said = sentences.slice(0, STATEMENTS_AT_MOST).map(({ segment, index }): Said => {
    const isWithin = (at: number): boolean => at >= index && at < index + segment.length;
    return {
      text: segment.trim().replace(/\s+/gu, ' ').slice(0, STATEMENT_CHARS),
      claims: claims.filter(({ claim }) => isWithin(claim.evidence[0]?.start ?? -1)),
    };
  });
  return { said, isCut: isCut || sentences.length > STATEMENTS_AT_MOST };
}
