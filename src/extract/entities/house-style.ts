import type { Mention } from './mention.ts';
import type { Names } from './names.ts';

/**
 * Some groups have two ids that are as good, and a document keeps to one: the one that most of its own words make is taken,
 * the other stays as an alternative.
 */
export function inHouseStyle(mentions: readonly Mention[], { variants }: Names): readonly Mention[] {
  const chosen = Object.entries(variants).filter(([id, variant]) => prevails(mentions, id, variant));
  if (chosen.length === 0) return mentions;
  const byId = new Map(chosen);
  return mentions.map((mention) => {
    const variant = byId.get(mention.id);
    return variant === undefined
      ? mention
      : { ...mention, id: variant, alternatives: [mention.id, ...mention.alternatives] };
  });
}

function prevails(mentions: readonly Mention[], id: string, variant: string): boolean {
  const named = mentions.filter((mention) => mention.id === id && mention.naming === 'name');
  return named.filter(({ slug }) => slug === variant).length * 2 > named.length;
}
