import type { EventRules } from '../../domain/event.ts';
import { settle } from './settle.ts';
import { sketchOf } from './sketch.ts';

/** How claims are gathered into events. */
export const EVENT_RULES: EventRules = {
  version: '0',
  fileOf: () => null,
  settle: (index, undecided) => settle(index, undecided, () => null),
  sketchOf,
};
