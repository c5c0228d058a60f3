import type { Token } from './tokens.ts';
import type { ProseWords } from './words.ts';

/** A sentence as it would stand in the active voice. */
export interface Active {
  readonly tokens: readonly Token[];
  /** A passive that does not say who acts. */
  readonly hasNoActor: boolean;
}

/**
 * A passive with its parts in the order of the active, for each place where its clause may begin: who acts, the verb, whom it befalls, the rest; so that "B was hit by A" and
 * "A hit B" compare as the same and "A was hit by B" does not. [] where there is no passive to turn.
 */
export function asActive(tokens: readonly Token[], words: ProseWords): readonly Active[] {
  const verb = passiveAt(tokens, words);
  if (verb === null) return [];
  const be = lastBe(tokens, verb, words);
  return [...new Set([startOf(tokens, be), 0])].map((from) => turned(tokens, { from, be, verb }, words));
}

/** Indices of where a clause begins, of its "to be" and of its participle. */
interface Passive {
  readonly from: number;
  readonly be: number;
  readonly verb: number;
}

function turned(tokens: readonly Token[], { from, be, verb }: Passive, words: ProseWords): Active {
  const before = tokens.slice(0, from);
  const befallen = tokens.slice(from, be);
  const between = tokens.slice(be, verb);
  const hasParticle = words.file.particles.includes(tokens[verb + 1]?.text ?? '');
  const end = verb + (hasParticle ? 2 : 1);
  const { actor, rest } = actorIn(tokens.slice(end), words);
  const others = (part: readonly Token[]): readonly Token[] => inOwnVoice(part, words);
  const verbs = tokens.slice(verb, end);
  const said = [
    ...others(before),
    ...others(actor),
    ...others(between),
    ...verbs,
    ...others(befallen),
    ...others(rest),
  ];
  return { tokens: said, hasNoActor: actor.length === 0 };
}

/** The sentence in its own voice: without auxiliaries, and with what its subject is, or what befalls it, told from what it does. */
export const inOwnVoice = (tokens: readonly Token[], words: ProseWords): readonly Token[] =>
  tokens
    .map((token, at) => (isOfSubject(tokens, at, words) ? { ...token, text: `${token.text}~` } : token))
    .filter(({ kind }, at) => kind !== 'be' && (kind !== 'auxiliary' || tokens[at + 1]?.kind === 'number'));

function isOfSubject(tokens: readonly Token[], at: number, words: ProseWords): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && !words.droppable.has(token.text) && lastBe(tokens, at, words) >= 0;
}

const isPassive = (tokens: readonly Token[], at: number, words: ProseWords): boolean => {
  const token = tokens[at];
  return token !== undefined && isParticiple(token, words) && lastBe(tokens, at, words) >= 0;
};

/** Index of the participle of the first passive. */
function passiveAt(tokens: readonly Token[], words: ProseWords): number | null {
  const at = tokens.findIndex((_, index) => isPassive(tokens, index, words) && lastBe(tokens, index, words) > 0);
  return at === -1 ? null : at;
}

const isParticiple = ({ kind, text, surface }: Token, { participles }: ProseWords): boolean =>
  kind === 'word' && (text.endsWith('ed') || participles.has(surface.toLowerCase()));

/** Index of the first of the forms of "to be" right before a word, "not" and "already" aside; -1: there is none. */
function lastBe(tokens: readonly Token[], before: number, { droppable }: ProseWords): number {
  let found = -1;
  for (let at = before - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token?.kind === 'be') found = at;
    else if (token?.kind !== 'word' || !(token.isMarked || droppable.has(token.text))) return found;
  }
  return found;
}

/** Where the clause begins whose verb stands at `be`. */
function startOf(tokens: readonly Token[], be: number): number {
  for (let at = be - 1; at > 0; at--) {
    const token = tokens[at];
    if (token?.afterComma) return at;
    if (token?.kind === 'break') return at + 1;
  }
  return 0;
}

/** Who acts: what follows "by" up to a comma, a preposition or a clause. */
function actorIn(after: readonly Token[], { file }: ProseWords) {
  const by = after.findIndex(({ text }) => text === file.agent);
  if (by === -1) return { actor: [], rest: after };
  const length = after
    .slice(by + 1)
    .findIndex(({ kind, afterComma }) => afterComma || kind === 'preposition' || kind === 'break' || kind === 'be');
  const end = length === -1 ? after.length : by + 1 + length;
  return { actor: after.slice(by + 1, end), rest: [...after.slice(0, by), ...after.slice(end)] };
}
