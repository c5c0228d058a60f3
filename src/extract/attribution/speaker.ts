import type { Mention } from '../entities/mention.ts';
import { type Line, next, phraseEnd, type Range, wordsOf } from './line.ts';

/** The words for a speaker, and whom they mean. */
export interface Speaker {
  /** null for a pronoun, which most often means who spoke last. */
  readonly who: string | null;
  /** Whom else a pronoun may mean. */
  readonly otherwise: string | null;
  readonly surface: string;
  readonly side: string | null;
  readonly outlet: boolean;
  /** The noun of a description that another speaker may fit ("the official", "the army"); null for a name. */
  readonly described: string | null;
  readonly range: Range;
}

/** What can speak; a country does too, but its name is more often a place. */
export const SPEAKING_KINDS: ReadonlySet<string> = new Set(['person', 'organisation', 'people', 'group', 'force']);

const MAX_SURFACE_CHARS = 120;
const MAX_SLUG_CHARS = 80;

/** The speaker that a stretch before or behind a verb names; null where it names nobody. */
export function speakerIn(line: Line, stretch: Range): Speaker | null {
  const range = firstPhrase(line, stretch);
  if (range === null || isSelf(line, range)) return null;
  const mention = mentionOf(line, range, stretch);
  const surface = wordsOf(line, mention ?? range).slice(0, MAX_SURFACE_CHARS);
  const pronoun = range.to - range.from === 1 && isPronoun(line, range.from);
  return {
    who: pronoun ? null : mention ? idOf(mention) : slugOf(line, range),
    otherwise: pronoun && mention ? idOf(mention) : null,
    surface,
    // Whoever else stands in the phrase need not be of the side of somebody who is named.
    side:
      mention?.kind === 'person' && mention.naming === 'name' ? mention.side : (mention?.side ?? sideIn(line, range)),
    outlet: isOutlet(line, range),
    described: mention === null || isDescription(mention) ? describing(line, range) : null,
    range,
  };
}

/** Nobody in particular: not a name, nor anything that a name was found for. */
const isDescription = ({ kind, naming, entity, from, to }: Mention): boolean =>
  naming !== 'pronoun' &&
  entity === null &&
  (naming !== 'name' || kind === 'people' || kind === 'force' || to - from === 1);

const MAX_DESCRIPTION_TOKENS = 4;

/** The noun of "the regional governor"; null where it has no article. */
function describing({ tokens }: Line, { from, to }: Range): string | null {
  const definite = tokens[from]?.pos === 'DET' && tokens[from]?.lower !== 'a' && tokens[from]?.lower !== 'an';
  return definite && to - from <= MAX_DESCRIPTION_TOKENS ? (tokens[to - 1]?.lower ?? null) : null;
}

/** Armed forces speak for themselves, not as the state they are of; so do groups without a name ("activists"). */
export const idOf = ({ kind, naming, id, slug }: Mention): string =>
  kind === 'force' || (naming === 'role' && (kind === 'country' || kind === 'group')) ? slug : id;

/** Whether the phrase is the "I" or "we" of a quotation. */
const isSelf = ({ tokens, grammar }: Line, { from, to }: Range): boolean =>
  to - from === 1 && grammar.sets.speakerPronouns.has(tokens[from]?.lower ?? '');

const isPronoun = ({ tokens, grammar }: Line, at: number): boolean =>
  grammar.sets.pronouns.has(tokens[at]?.lower ?? '');

/** The first noun phrase, adverbials in front of it passed over: those with "in" and "on" too, unless nothing else is there. */
function firstPhrase(line: Line, { from, to }: Range): Range | null {
  let at = next(line, dayEnd(line, from, to), to, 'nominal', 'preposition');
  while (line.kinds[at] === 'preposition') {
    const end = next(line, at + 1, to, 'filler', 'comma', 'stop');
    if (end < to) at = next(line, end, to, 'nominal', 'preposition');
    else return locative(line, { from: at, to });
  }
  return at < to ? { from: at, to: phraseEnd(line, at, to) } : null;
}

/** Behind "this week", "that day": an article before a word for a time. */
function dayEnd({ tokens, kinds }: Line, from: number, to: number): number {
  return from + 1 < to && tokens[from]?.pos === 'DET' && kinds[from + 1] === 'filler' ? from + 2 : from;
}

/** "In the General Staff": who works in a place speaks for it. */
function locative(line: Line, { from, to }: Range): Range | null {
  const at = next(line, from + 1, to, 'nominal');
  if (at >= to || !line.grammar.sets.locatives.has(line.tokens[from]?.lower ?? '')) return null;
  return { from: at, to: phraseEnd(line, at, to) };
}

/** A person named in the phrase or beside it, else what stands at its head; of a report or its like, who made it. */
function mentionOf(line: Line, phrase: Range, stretch: Range): Mention | null {
  const near = line.mentions.filter((m) => m.from >= phrase.from && m.to <= stretch.to);
  const named = near.find((m) => m.kind === 'person' && m.naming === 'name' && isBeside(line, m, phrase));
  const head = near.find((m) => m.from < phrase.to && m.to >= phrase.to);
  const document = line.grammar.sets.documents.has(line.tokens[phrase.to - 1]?.lower ?? '');
  const opening = line.tagged ? undefined : near.find((m) => m.from === phrase.from);
  return named ?? head ?? (document ? near[0] : opening) ?? null;
}

/** Whether a name stands in the phrase, in apposition to it, or at the end of a long title: not behind a preposition or with an owner's "'s". */
function isBeside({ kinds, tokens }: Line, { from, to }: Mention, phrase: Range): boolean {
  if (kinds[to] === 'nominal' && (from >= phrase.to || to < phrase.to)) return false;
  return (
    from < phrase.to ||
    kinds[from - 1] === 'comma' ||
    (kinds[from - 1] === 'nominal' && tokens[from - 1]?.pos !== 'PART')
  );
}

const sideIn = ({ mentions }: Line, { from, to }: Range): string | null =>
  mentions.find((m) => m.from >= from && m.to <= to && m.side !== null)?.side ?? null;

const DROPPED = new Set(['DET', 'PRON', 'PART']);

/** A kebab-case name made of the words, articles and possessives left out; of a person's name the last. */
function slugOf(line: Line, { from, to }: Range): string {
  const all = line.tokens.slice(from, to);
  const named = all.filter(({ pos }) => !DROPPED.has(pos));
  const words = named.length > 0 ? named : all.filter(({ pos }) => pos !== 'DET');
  const names =
    words.length === 2 && line.tokens[from]?.pos !== 'DET' && words.every(({ pos }) => pos === 'PROPN')
      ? words.slice(1)
      : words;
  const slug = names
    .map(({ lower }) => lower)
    .join(' ')
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug.slice(0, MAX_SLUG_CHARS);
}

/** Whether the phrase names an outlet, by its last word. */
export function isOutlet({ tokens, grammar }: Line, { from, to }: Range): boolean {
  const last = tokens.slice(from, to).findLast(({ pos }) => pos !== 'PART');
  return last !== undefined && grammar.sets.outlets.has(last.lower) && /^\p{Lu}/u.test(last.text);
}
