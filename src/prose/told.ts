import type { Fact } from '../domain/prose.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { ProseWords } from './words.ts';

/** What is left of a sentence when its speaker is taken off it. */
type Said = readonly Token[];

/** Letters that a name's endings may differ in. */
const ENDING_CHARS = 3;

/**
 * What a sentence says beside handing it to the fact's speaker in the fact's way; [] where it does not do that. A fact without a
 * speaker leaves the sentence as it is.
 */
export function withoutSpeaker(tokens: Said, fact: Fact, words: ProseWords): readonly Said[] {
  if (fact.telling === 'plain') return [tokens];
  const ways = waysOf(fact, words);
  return ways.flatMap(({ way, stands }) => {
    const isAt = (at: number): boolean => way.every((token, index) => isWord(tokens[at + index], token, words));
    const end = tokens.length - way.length;
    if (end < 1) return [];
    const rest = [
      ...(stands.includes('first') && isAt(0) ? [afterThat(tokens.slice(way.length), words)] : []),
      ...(stands.includes('first, comma') && isAt(0) && tokens[way.length]?.afterComma
        ? [tokens.slice(way.length)]
        : []),
      ...(stands.includes('last') && tokens[end]?.afterComma && isAt(end) ? [tokens.slice(0, end)] : []),
    ];
    return rest.filter(({ length }) => length > 0);
  });
}

interface Way {
  readonly way: Said;
  readonly stands: readonly ('first' | 'first, comma' | 'last')[];
}

function waysOf({ speaker, telling }: Fact, words: ProseWords): readonly Way[] {
  const { file } = words;
  const read = (phrases: readonly string[]): readonly Said[] => phrases.map((phrase) => tokensOf(phrase, words));
  if (speaker.length === 0) return read(file.unnamed).map((way) => ({ way, stands: ['first', 'last'] }));
  if (telling === 'plain') return [];
  const [verbs, openings] = [read(file.telling[telling]), read(OPENED.has(telling) ? file.accordingTo : [])];
  return read(speaker).flatMap((name): readonly Way[] => [
    ...verbs.map(
      (verb): Way => ({ way: [...name, ...verb], stands: telling === 'denied' ? ['first'] : ['first', 'last'] }),
    ),
    ...(telling === 'denied' ? [] : verbs.map((verb): Way => ({ way: [...verb, ...name], stands: ['last'] }))),
    ...openings.map((opening): Way => ({ way: [...opening, ...name], stands: ['first, comma', 'last'] })),
  ]);
}

/** "According to": not for what is only claimed, or denied. */
const OPENED: ReadonlySet<Fact['telling']> = new Set(['said', 'acknowledged']);

/** Without each "that" at the beginning of what is said, and of its further parts. */
const afterThat = (tokens: Said, { file, links }: ProseWords): Said =>
  tokens.filter(({ text }, at) => !file.that.includes(text) || (at > 0 && !links.has(tokens[at - 1]?.text ?? '')));

/** Whether two words are the same, be it in another case of a language that has cases. */
function isWord(token: Token | undefined, other: Token, { file }: ProseWords): boolean {
  if (token === undefined) return false;
  if (token.text === other.text) return true;
  if (file.ordered || Math.min(token.text.length, other.text.length) < 4 || other.isMarked) return false;
  const shared = Math.max(3, Math.min(token.text.length, other.text.length) - ENDING_CHARS);
  return token.text.slice(0, shared) === other.text.slice(0, shared);
}
