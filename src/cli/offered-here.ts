import { commands as all } from '../../commands/index.ts';
import { featuresOf, offered } from '../offered.ts';
import { readEnvironment } from '../place.ts';

/** Every command with the options that it has here. */
export const commands = offered(all, featuresOf(readEnvironment()));
