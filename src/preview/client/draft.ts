import type { RunRequest } from '../protocol.ts';
import { type Draft, type Filled, valueFor } from './command-line.ts';

/** Why a draft cannot be sent, and the name of the option that is at fault; null: the words no option takes. */
export interface DraftFault {
  readonly option: string | null;
  /** One of the page's texts, by its key. */
  readonly text: 'needsOption' | 'needsChoice' | 'needsFile' | 'unknownOption';
}

/** The first fault, in the order of the options; null when the draft can be sent. */
export function faultOf({ target, filled, rest }: Draft): DraftFault | null {
  const given = filled.filter(isGiven);
  const missing = target.options.find((option) => option.required && !given.some((each) => each.option === option));
  if (missing) return { option: missing.name, text: 'needsOption' };
  const unfit = given.find((each) => valueFor(each) === null);
  if (unfit)
    return { option: unfit.option.name, text: unfit.option.type === 'attachment' ? 'needsFile' : 'needsChoice' };
  return rest.trim() === '' ? null : { option: null, text: 'unknownOption' };
}

/** What is sent for a draft without fault: its options by their English names, empty ones left out. */
export function requestOf({ target, filled }: Draft): Omit<RunRequest, 'locale'> {
  const { name, subcommand } = target;
  const options: RunRequest['options'] = {};
  for (const each of filled.filter(isGiven)) {
    const value = valueFor(each);
    if (value !== null) options[each.option.name] = value;
  }
  return { name, ...(subcommand !== undefined && { subcommand }), options };
}

const isGiven = ({ text }: Filled): boolean => text.trim() !== '';
