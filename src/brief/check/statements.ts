import type { ReadMessage } from '../../domain/message.ts';

/** Most statements of one message that are looked at. */
const STATEMENTS_AT_MOST = 12;
/** Longer ones are cut: nobody says so much in one. */
const STATEMENT_CHARS = 600;
const LETTER = /\p{L}/u;

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
  const segmenter = new Intl.Segmenter(localeOf(article?.language), { granularity: 'sentence' });
  const sentences = [...segmenter.segment(text)].filter(({ segment }) => LETTER.test(segment));
  const said = sentences.slice(0, STATEMENTS_AT_MOST).map(({ segment, index }): Said => {
    const isWithin = (at: number): boolean => at >= index && at < index + segment.length;
    return {
      text: segment.trim().replace(/\s+/gu, ' ').slice(0, STATEMENT_CHARS),
      claims: claims.filter(({ claim }) => isWithin(claim.evidence[0]?.start ?? -1)),
    };
  });
  return { said, isCut: isCut || sentences.length > STATEMENTS_AT_MOST };
}

const localeOf = (language = 'und'): string => Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
