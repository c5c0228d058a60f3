import type { Context } from './context.ts';
import type { Mention } from './mention.ts';
import type { Names } from './names.ts';
import type { Person } from './people.ts';

/** What a mention stands for. */
export type Reading = Pick<Mention, 'kind' | 'naming' | 'id' | 'alternatives' | 'slug' | 'role' | 'side' | 'entity'>;

/** What a document tells about all its names. */
export interface Knowledge {
  readonly names: Names;
  readonly context: Context;
  /** By family name. */
  readonly people: ReadonlyMap<string, Person>;
  /** By initials and by last word. */
  readonly shortNames: ReadonlyMap<string, Reading>;
}

/** A reading with nothing but a name. */
export const unknown = (kind: Mention['kind'], id: string, side: string | null = null): Reading => ({
  kind,
  naming: 'name',
  id,
  slug: id,
  alternatives: [],
  role: null,
  side,
  entity: null,
});
