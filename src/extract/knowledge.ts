import type { Grammar } from './attribution/grammar.ts';
import type { DetailWords } from './claims/details/words.ts';
import type { ExcerptWords } from './claims/excerpt-words.ts';
import type { ClauseLexicon } from './clauses/lexicon.ts';
import type { DateLexicon } from './dates/lexicon.ts';
import type { Names } from './entities/names.ts';
import type { FramesLexicon } from './frames/lexicon.ts';
import type { Tagger } from './language/tagger.ts';
import type { Vectors } from './learned/vectors.ts';
import type { QuantityLexicon } from './quantities/lexicon.ts';
import type { StatementWords } from './statements/words.ts';

/** All that is known of one language. */
export interface Knowledge {
  readonly tag: Tagger;
  readonly frames: FramesLexicon;
  readonly names: Names;
  readonly clauses: ClauseLexicon;
  readonly attribution: Grammar;
  readonly dates: DateLexicon;
  readonly quantities: QuantityLexicon;
  readonly vectors: Vectors | null;
  readonly excerptWords: ExcerptWords | null;
  readonly detailWords: DetailWords;
  readonly statementWords: StatementWords;
}

/** What is known by language, a BCP 47 primary subtag; undefined of others. */
export type KnowledgeOf = Pick<ReadonlyMap<string, Knowledge>, 'get'>;
