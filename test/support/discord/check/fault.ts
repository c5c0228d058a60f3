import type { z } from 'zod';

/** What is wrong with one place of a request, in the words and with the code Discord uses where they are known. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}

export const fault = (path: readonly PropertyKey[], code: string, message: string): Fault => ({ path, code, message });

/** Every place at which `value` departs from `schema`; [] when it fits. */
export function shapeFaults(schema: z.ZodType, value: unknown): readonly Fault[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.map(fromIssue);
}

function fromIssue(issue: z.core.$ZodIssue): Fault {
  const [code, message] = issue.input === undefined ? REQUIRED : worded(issue);
  return fault(issue.path, code, message);
}

const REQUIRED = ['BASE_TYPE_REQUIRED', 'This field is required'] as const;

function worded(issue: z.core.$ZodIssue): readonly [code: string, message: string] {
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return issue.origin === 'number'
        ? ['NUMBER_TYPE_MIN', `int value should be greater than or equal to ${issue.minimum}.`]
        : ['BASE_TYPE_BAD_LENGTH', `Must be ${issue.minimum} or more in length.`];
    case 'invalid_format':
      return issue.format === 'regex'
        ? ['STRING_TYPE_REGEX', 'String value did not match validation regex.']
        : ['URL_TYPE_INVALID_URL', 'Not a well formed URL.'];
    case 'invalid_value':
    case 'invalid_union':
      return ['BASE_TYPE_CHOICES', 'Value is not one of those allowed here.'];
    case 'custom':
      return [String(issue.params?.code ?? 'CUSTOM'), issue.message];
    default:
      return ['BASE_TYPE_BAD_TYPE', issue.message];
  }
}

function tooBig(issue: z.core.$ZodIssueTooBig): readonly [code: string, message: string] {
  if (issue.origin === 'string') return ['BASE_TYPE_MAX_LENGTH', `Must be ${issue.maximum} or fewer in length.`];
  if (issue.origin === 'array') return ['BASE_TYPE_BAD_LENGTH', `Must be ${issue.maximum} or fewer in length.`];
  return ['NUMBER_TYPE_MAX', `int value should be less than or equal to ${issue.maximum}.`];
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** https://discord.com/developers/docs/reference#error-messages */
export function invalidForm(faults: readonly Fault[]): { code: 50035; message: string; errors: ErrorTree } {
  const errors: ErrorTree = {};
  for (const { path, code, message } of faults) {
    const place = path.reduce<ErrorTree>((tree, key) => {
      tree[String(key)] ??= {};
      return tree[String(key)] as ErrorTree;
    }, errors);
    place._errors = [...((place._errors as { code: string; message: string }[] | undefined) ?? []), { code, message }];
  }
  return { code: 50035, message: 'Invalid Form Body', errors };
}

/** One line for a report: where, and what. */
export const told = ({ path, code, message }: Fault): string =>
  `${path.map(String).join('.') || '(body)'}: ${message} [${code}]`;
