import type { Mention } from '../entities/mention.ts';
import type { Reading } from './fill.ts';
import type { Trigger } from './trigger.ts';

/** A slot's most likely value. */
export interface Filler {
  /** null for nobody or nowhere. */
  readonly value: string | null;
  readonly mention: Mention | null;
  /** How sure it is, 0 to 1. */
  readonly share: number;
  /** How far it is ahead of the next value, 0 to 1. */
  readonly lead: number;
}

/** The slots of a claim as they are most likely filled. */
export interface Filling {
  readonly trigger: Trigger | null;
  readonly slots: Readonly<Record<string, Filler>>;
}

/** @param readings the likeliest first */
export function fillerOf([first, second]: readonly Reading[]): Filler {
  if (first === undefined) return { value: null, mention: null, share: 0, lead: 0 };
  return { ...first, lead: first.share - (second?.share ?? 0) };
}
