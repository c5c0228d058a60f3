import type { Command } from '../src/command.ts';
import about from './about.ts';
import help from './help.ts';
import settings from './settings.ts';
import status from './status.ts';
import summary from './summary.ts';

/** Every command there is. */
export const commands: readonly Command[] = [summary, help, about, settings, status];
