import type { Command } from '../src/command.ts';
import help from './help.ts';
import { LISTED } from './list.ts';

/** Every command there is. */
export const commands: readonly Command[] = [...LISTED, help];
