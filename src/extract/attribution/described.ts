import type { Mention } from '../entities/mention.ts';
import type { Holder } from './attribution.ts';
import type { Speaker } from './speaker.ts';

/** Someone whom a description can mean. */
export type Known = Pick<Holder, 'who' | 'surface' | 'side'>;

/** Who was named so far, by the nouns that can mean them later: "governor", "agency". */
export type Described = Map<string, Known>;

/** Adds those whom a sentence names; the latest of a kind is meant. */
export function introduce(described: Described, mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    const who = mention.kind === 'force' ? mention.slug : mention.id;
    for (const noun of nounsOf(mention)) described.set(noun, { who, surface: mention.surface, side: mention.side });
  }
}

const BODIES: ReadonlySet<string> = new Set(['organisation', 'force', 'people', 'group']);

/** A person's office, or the last word of a body's name. */
function nounsOf({ kind, naming, role, slug, surface }: Mention): readonly string[] {
  if (naming === 'pronoun' || naming === 'adjective') return [];
  if (kind === 'person') return role === null || naming !== 'name' ? [] : [role, role.split('-')[0] ?? role];
  const words = surface.split(/[\s-]+/);
  if (!BODIES.has(kind) || !slug.includes('-') || words.length < 2) return [];
  // "Centre for Peace" is "the centre" later.
  const small = words.findIndex((word) => /^\p{Ll}/u.test(word));
  const heads = small > 0 ? [words[small - 1], words.at(-1)] : [words.at(-1)];
  return heads.flatMap((word) => word?.toLowerCase() ?? []);
}

/** Whom a description means; null for a name, and where nobody fits. */
export const meantBy = ({ described: noun }: Speaker, described: Described): Known | null =>
  noun === null ? null : (described.get(noun) ?? null);
