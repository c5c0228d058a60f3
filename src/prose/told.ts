import type { Fact } from '../domain/prose.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { ProseWords } from './words.ts';

/** What is left of a sentence when its speaker is taken off it. */
type Said = readonly Token[];

/** Where the speaker may stand: before what is said alone, or behind it too. */
export type SpeakerStands = 'first' | 'anywhere';

/**
 * What a sentence says beside handing it to the fact's speaker in the fact's way; [] where it does not do that. A fact without a
 * speaker leaves the sentence as it is.
 */
export function withoutSpeaker(tokens: Said, fact: Fact, words: ProseWords, allowed: SpeakerStands): readonly Said[] {
  if (fact.telling === 'plain') return [tokens];
  const ways = waysOf(fact, words);
  return ways.flatMap(({ way, stands, isInflected }) => {
    const isAt = (at: number): boolean =>
      way.every((token, index) => isWord(tokens[at + index], token, isInflected ? words : null));
    const end = tokens.length - way.length;
    if (end < 1) return [];
    const rest = [
      ...(stands.includes('first') && isAt(0) && mayGoOn(tokens[way.length], words)
        ? [afterThat(tokens.slice(way.length), words)]
        : []),
      ...(stands.includes('first, comma') && isAt(0) && tokens[way.length]?.afterComma
        ? [tokens.slice(way.length)]
        : []),
      ...(allowed === 'anywhere' && stands.includes('last') && tokens[end]?.afterComma && isAt(end)
        ? [tokens.slice(0, end)]
        : []),
    ];
    return rest.filter(({ length }) => length > 0);
  });
}

/** With the speaker named, where "it" or "to have" stands for them and the line begins with their name: "A claims to have taken B". */
export function namingSpeaker(said: Said, line: Said, { speaker }: Fact, words: ProseWords): readonly Said[] {
  const stand = words.file.forSpeaker.map((text) => text.split(' ')).find((texts) => begins(said, texts));
  const names = speaker.map((name) => tokensOf(name, words));
  const name = names.find(
    (one) =>
      one.length > 0 &&
      begins(
        line,
        one.map(({ text }) => text),
      ),
  );
  if (stand === undefined || name === undefined) return [];
  const kept = stand.findIndex((text) => words.auxiliaries.has(text));
  return [[...name, ...said.slice(kept === -1 ? stand.length : kept)]];
}

const begins = (tokens: Said, texts: readonly string[]): boolean =>
  texts.every((text, at) => tokens[at]?.text === text);

interface Way {
  readonly way: Said;
  readonly stands: readonly ('first' | 'first, comma' | 'last')[];
  /** The name stands in another case than it is known in. */
  readonly isInflected?: true;
}

function waysOf({ speaker, telling }: Fact, words: ProseWords): readonly Way[] {
  const { file } = words;
  const read = (phrases: readonly string[]): readonly Said[] => phrases.map((phrase) => tokensOf(phrase, words));
  if (speaker.length === 0)
    return read(file.unnamed).map((way) => ({ way, stands: ['first', 'first, comma', 'last'] }));
  if (telling === 'plain') return [];
  const [verbs, openings] = [read(file.telling[telling]), read(OPENED.has(telling) ? file.accordingTo : [])];
  return read(speaker).flatMap((name): readonly Way[] => [
    ...verbs.map(
      (verb): Way => ({ way: [...name, ...verb], stands: telling === 'denied' ? ['first'] : ['first', 'last'] }),
    ),
    ...(telling === 'denied' ? [] : verbs.map((verb): Way => ({ way: [...verb, ...name], stands: ['last'] }))),
    ...openings.map(
      (opening): Way => ({ way: [...opening, ...name], stands: ['first, comma', 'last'], isInflected: true }),
    ),
  ]);
}

/** "According to": not for what is only claimed, or denied. */
const OPENED: ReadonlySet<Fact['telling']> = new Set(['said', 'acknowledged']);

/** Where endings tell who does what, "that" is not left out: without it, what is denied stands there as said. */
const mayGoOn = (next: Token | undefined, { file }: ProseWords): boolean =>
  file.ordered || file.that.includes(next?.text ?? '');

/** Without each "that" at the beginning of what is said, and of its further parts. */
const afterThat = (tokens: Said, { file, links }: ProseWords): Said =>
  tokens.filter(({ text }, at) => !file.that.includes(text) || (at > 0 && !links.has(tokens[at - 1]?.text ?? '')));

/** Whether two words are the same, be it in the other case of a language that has cases. */
function isWord(token: Token | undefined, other: Token, inflected: ProseWords | null): boolean {
  if (token === undefined) return false;
  if (token.text === other.text) return true;
  const endings = other.isMarked ? [] : (inflected?.file.genitives ?? []);
  return endings.some(
    ([ending, as]) =>
      other.text.endsWith(ending) && token.text === other.text.slice(0, other.text.length - ending.length) + as,
  );
}
