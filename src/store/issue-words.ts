import type { z } from 'zod';
import type { Fault } from '../domain/failure.ts';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** Says what to do about an issue, for whoever mends the file. Passed to `safeParse`; a schema's own message goes before it. */
export function issueWords(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing: give ${article(issue.expected)}`
        : `must be ${article(issue.expected)}`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
        : `is too short: give at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
        : `is too long: keep it to ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'regex' ? `must look like ${issue.pattern}` : `must be a valid ${issue.format}`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? `must be one of ${issue.options.join(', ')}`
        : 'fits none of the forms it may have';
    case 'unrecognized_keys':
      return 'is not a known field: remove it or mend its spelling';
    default:
      return undefined;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  array: 'a list in [ ]',
  object: 'a group in { }',
};
const article = (expected: string): string => NAMES[expected] ?? `a ${expected}`;

/** One fault for each issue; of a union without a discriminator, those of the form that fits best. */
export function faultsOf(file: string, issues: readonly Issue[]): readonly Fault[] {
  return issues
    .flatMap((issue) => leavesOf(issue, []))
    .map(({ path, message }) => ({ file, field: dotted(path), problem: message }));
}

interface Leaf {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function leavesOf(issue: Issue, above: readonly PropertyKey[]): readonly Leaf[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: issue.message }));
  if (issue.code === 'invalid_key') return issue.issues.flatMap((inner) => leavesOf(inner, path));
  if (issue.code !== 'invalid_union') return [{ path, message: issue.message }];
  const [closest] = issue.errors.filter((branch) => branch.length > 0).sort((a, b) => a.length - b.length);
  return closest ? closest.flatMap((inner) => leavesOf(inner, path)) : [{ path, message: issue.message }];
}

/** `claims[3].evidence[0].end` */
function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
