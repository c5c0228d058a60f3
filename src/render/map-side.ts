import type { Brief } from '../domain/brief.ts';
import type { MapPoint } from '../domain/picture.ts';
import { type Labels, nameOf } from './speaker.ts';

type Side = NonNullable<MapPoint['side']>;

const CODE = /^[A-Z]{2,5}$/;
const MOST_LETTERS = 5;

/**
 * The sides of those who act, by who acts: the state or bloc that they act for, else themselves, with letters of their own.
 * No two sides have the same letters.
 */
export function sidesOf(
  actors: readonly string[],
  { labels, question: { language } }: Brief,
): ReadonlyMap<string, Side> {
  const byCode = new Map<string, Side>();
  const sides = new Map<string, Side>();
  const heads = actors.map((actor) => ({ actor, head: headOf(actor, labels) }));
  // Codes that are given come first: letters that are made up must not take one of them.
  for (const { actor, head } of heads.toSorted((a, b) => Number(CODE.test(b.head)) - Number(CODE.test(a.head)))) {
    const known = sides.get(head);
    const code = known?.code ?? codeFor(head, labels, byCode);
    if (code === undefined) continue;
    const side = known ?? { code, name: nameOf(labels[head] ? head : actor, labels, language) };
    byCode.set(code, side);
    sides.set(head, side).set(actor, side);
  }
  return sides;
}

/** Whom it acts for, which may be itself. */
const headOf = (actor: string, labels: Labels): string => (CODE.test(actor) ? actor : (labels[actor]?.side ?? actor));

function codeFor(head: string, labels: Labels, taken: ReadonlyMap<string, unknown>): string | undefined {
  if (CODE.test(head)) return head;
  const words =
    nameOf(head, labels, 'en')
      .toUpperCase()
      .match(/[A-Z]+/g) ?? [];
  const initials = words.map((word) => word.slice(0, 1)).join('');
  const letters = words.join('');
  const shorter = [3, 4, MOST_LETTERS].map((length) => letters.slice(0, length));
  return [initials.slice(0, MOST_LETTERS), ...shorter].find((code) => CODE.test(code) && !taken.has(code));
}
