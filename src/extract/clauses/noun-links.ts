import type { Chunk, Chunked } from './chunks.ts';
import type { NounPhrase } from './clauses.ts';
import type { OrderGrammar } from './lexicon.ts';

type Links = Pick<NounPhrase, 'possessor' | 'of' | 'explains' | 'listedWith'>;
type Edge = readonly [number, Partial<Links>];

/** Noun phrases with what links them: "of", possessives, lists and explanations between commas. */
export function linkedNouns(chunked: Chunked, grammar: OrderGrammar): readonly NounPhrase[] {
  const edges = [...attachments(chunked.chunks), ...lists(chunked, grammar)];
  const links = new Map<number, Partial<Links>>();
  for (const [noun, link] of edges) links.set(noun, { ...links.get(noun), ...link });
  for (const [noun, link] of explanations(chunked, links)) links.set(noun, { ...links.get(noun), ...link });
  return chunked.nouns.map(({ possesses: _, ...noun }, index) => {
    return { ...noun, possessor: null, of: null, explains: null, listedWith: null, ...links.get(index) };
  });
}

/** For each noun phrase the one that it follows with "of"; itself where none. */
export function parentsOf(phrases: readonly NounPhrase[]): readonly number[] {
  const parents = phrases.map((_, index) => index);
  phrases.forEach(({ of }, index) => {
    if (of !== null) parents[of] = index;
  });
  return parents;
}

function attachments(chunks: readonly Chunk[]): readonly Edge[] {
  return chunks.flatMap((chunk, at): Edge[] => {
    const [middle, next] = [chunks[at + 1], chunks[at + 2]];
    if (chunk.kind !== 'noun' || next?.kind !== 'noun') return [];
    if (middle?.kind === 'preposition' && middle.text === 'of') return [[chunk.noun, { of: next.noun }]];
    return middle?.kind === 'other' && middle.to === next.from ? [[next.noun, { possessor: chunk.noun }]] : [];
  });
}

/** Lists end with "and" or "or": "A, B and C". */
function lists({ chunks, verbs }: Chunked, grammar: OrderGrammar): readonly Edge[] {
  const edges: Edge[] = [];
  let verbSeen = false;
  for (let at = 0; at < chunks.length; at += 1) {
    const chunk = chunks[at];
    if (chunk?.kind === 'mark' || chunk?.kind === 'relative' || chunk?.kind === 'stop' || chunk?.kind === 'comma')
      verbSeen = false;
    if (chunk?.kind === 'verb') verbSeen = !grammar.speech.has(verbs[chunk.verb]?.lemma ?? '');
    if (chunk?.kind !== 'noun') continue;
    const members = membersFrom(chunks, at);
    const kept = verbSeen && openedBy(chunks, members.at(-1) ?? at) ? members.slice(0, -1) : members;
    for (const member of kept) edges.push([nounAt(chunks, member), { listedWith: chunk.noun }]);
    at = kept.at(-1) ?? at;
  }
  return edges;
}

const nounAt = (chunks: readonly Chunk[], at: number): number => {
  const chunk = chunks[at];
  return chunk?.kind === 'noun' ? chunk.noun : -1;
};

/** Whether the noun phrase is the subject of a verb right behind it, not the end of a list. */
const openedBy = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[chunks[at + 1]?.kind === 'other' ? at + 2 : at + 1]?.kind === 'verb';

const MAX_MEMBERS = 40;

/** Chunks of the further members of the list that begins at a noun phrase; none where no "and" comes. */
function membersFrom(chunks: readonly Chunk[], first: number): readonly number[] {
  const members: number[] = [];
  for (let at = first + 1; members.length < MAX_MEMBERS; ) {
    const comma = chunks[at]?.kind === 'comma';
    const and = chunks[comma ? at + 1 : at]?.kind === 'and';
    const member = at + (comma ? 1 : 0) + (and ? 1 : 0);
    if ((!comma && !and) || chunks[member]?.kind !== 'noun') return [];
    members.push(member);
    if (and) return members;
    at = member + 1;
  }
  return [];
}

/** "Ann Lee, the head of Care,": a noun phrase behind a comma that is in no list. */
function explanations({ chunks, words, nouns }: Chunked, links: ReadonlyMap<number, Partial<Links>>): readonly Edge[] {
  return chunks.flatMap((chunk, at): Edge[] => {
    const next = chunks[at + 2];
    if (chunk.kind !== 'noun' || chunks[at + 1]?.kind !== 'comma' || next?.kind !== 'noun') return [];
    if (links.get(next.noun)?.listedWith !== undefined || !closed(chunks, at + 3)) return [];
    const [a, b] = [nouns[chunk.noun], nouns[next.noun]];
    const names = [a, b].filter((noun) => words[noun?.head ?? -1]?.pos === 'PROPN').length;
    const described = names === 1 || (names === 2 && b?.determiner !== null);
    return described ? [[next.noun, { explains: chunk.noun }]] : [];
  });
}

/** Whether an explanation that goes on here ends with a comma or the sentence, its own complements passed. */
function closed(chunks: readonly Chunk[], from: number): boolean {
  let at = from;
  while (at < from + 8 && (chunks[at]?.kind === 'preposition' || chunks[at]?.kind === 'noun')) at += 1;
  const kind = chunks[at]?.kind;
  return kind === undefined || kind === 'comma' || kind === 'stop';
}
