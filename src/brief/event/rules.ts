import type { EventRules } from '../../domain/event.ts';
import { fileOf } from './filing.ts';
import { fitOf } from './fit.ts';
import { settle } from './settle.ts';
import { likeness, marksOf, sketchOf } from './sketch.ts';

/** How claims are gathered into events. */
export const EVENT_RULES: EventRules = {
  // Anew with every change to what follows: databases gather their claims again.
  version: '2',
  fileOf,
  settle: (index, undecided) => settle(index, undecided, fitOf),
  ...{ sketchOf, marksOf, likeness },
};
