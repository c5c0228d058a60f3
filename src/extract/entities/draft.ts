import type { Entity } from '../../domain/entity.ts';
import type { Sentence } from '../document.ts';
import type { MentionKind, Naming } from './mention.ts';

/** Words of a sentence, half-open. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What the words of one sentence say of whom or where, before the document is asked. */
export type Meaning =
  /** Settled by the words alone. */
  | {
      readonly type: 'settled';
      readonly kind: MentionKind;
      readonly naming: Naming;
      readonly id: string;
      readonly slug: string;
      readonly side: string | null;
      readonly alternatives?: readonly string[];
    }
  /** A name of the gazetteer; `region` where a region's word stands with it, `city` where a town's does. */
  | {
      readonly type: 'entity';
      readonly candidates: readonly Entity[];
      readonly form: 'bare' | 'region' | 'city';
      /** The office that the name begins with ("King Abdullah II"). */
      readonly role?: string | undefined;
    }
  /** A person's name; `candidates` are the gazetteer's people of that very name. */
  | {
      readonly type: 'person';
      readonly name: readonly string[];
      readonly family: string;
      readonly candidates: readonly Entity[];
      readonly role: string | null;
      readonly side: string | null;
    }
  /** A single capitalised word. */
  | { readonly type: 'word'; readonly name: string }
  /** An office or people without a name; `head` is the noun alone. */
  | {
      readonly type: 'role';
      readonly kind: MentionKind;
      readonly slug: string;
      readonly head: string;
      readonly definite: boolean;
      readonly side: string | null;
    }
  | {
      readonly type: 'pronoun';
      readonly pronoun: 'he' | 'she' | 'they' | 'it' | 'we' | 'quarter' | 'both' | 'enemy' | 'nation' | 'place';
      readonly slug: string;
    };

export interface Draft extends Stretch {
  readonly sentence: Sentence;
  readonly meaning: Meaning;
}
