import { z } from 'zod';
import { View } from '../domain/brief.ts';
import { AID_KINDS, AID_STATUSES } from '../domain/claim.ts';
import { EntityId } from '../domain/entity.ts';
import { Filters, givenFilters } from '../domain/filters.ts';
import type { Form } from '../domain/form.ts';
import { Language } from '../domain/language.ts';
import { type Period, parsePeriod } from '../domain/period.ts';
import { About } from '../domain/topic.ts';
import { SOURCE_LIMITS, type SourceLimit } from '../domain/trust.ts';

/** Longest that an action may be, so that a platform's own marks still fit beside it. */
export const ACTION_CHARS = 90;

const BriefId = z.string().regex(/^[0-9a-z]{8}$/);

/** A period as the query language of `parsePeriod` writes it; '' where none was asked for. */
const PeriodCode = z.string().transform((text, context): Period | null => {
  const period = text === '' ? null : parsePeriod(text);
  if (text !== '' && !period) context.addIssue({ code: 'custom', message: 'must be a period' });
  return period;
});

/** `place=kharkiv,side=russia`. */
const FiltersCode = z
  .string()
  .regex(/^\w+=[^=,]+(?:,\w+=[^=,]+)*$/)
  .transform((text) => Object.fromEntries(text.split(',').map((pair) => pair.split('='))))
  .pipe(Filters);

/** Whose reports count, in a letter. */
const LIMITS: Readonly<Record<SourceLimit, string>> = { all: 'a', 'not-doubtful': 'd', trusted: 't' };

/** How an answer is asked for, language first: `en`, or `en.t` where only trusted sources count. */
const MannerCode = z.string().transform((text, context): Manner => {
  const [name, letter] = text.split('.');
  const language = Language.safeParse(name);
  const sources = SOURCE_LIMITS.find((limit) => LIMITS[limit] === letter);
  if (language.success && (letter === undefined || sources))
    return { language: language.data, ...(sources && { sources }) };
  context.addIssue({ code: 'custom', message: 'must be a language' });
  return z.NEVER;
});

interface Manner {
  readonly language: Language;
  readonly sources?: SourceLimit;
}

const mannerCode = ({ language, sources }: Manner): string => (sources ? `${language}.${LIMITS[sources]}` : language);

const Page = z.coerce.number().pipe(z.int().min(1).max(10_000));

/** What a button of an answer asks for. */
const Action = z.union([
  z.tuple([z.literal('view'), BriefId, View, Page]).transform(([kind, id, view, page]) => ({ kind, id, view, page })),
  z.tuple([z.literal('share'), BriefId, View, Page]).transform(([kind, id, view, page]) => ({ kind, id, view, page })),
  z.tuple([z.literal('about'), BriefId, About]).transform(([kind, id, about]) => ({ kind, id, about })),
  z
    .tuple([z.literal('period'), BriefId, z.enum(['newest', 'all'])])
    .transform(([kind, id, period]) => ({ kind, id, period })),
  z
    .tuple([z.literal('narrow'), BriefId, z.enum(['kind', 'status']), z.enum([...AID_KINDS, ...AID_STATUSES, 'any'])])
    .transform(([kind, id, filter, value]) => ({ kind, id, filter, value })),
  z
    .tuple([z.literal('also'), BriefId, z.coerce.number().pipe(z.int().min(0).max(99))])
    .transform(([kind, id, index]) => ({ kind, id, index })),
  z
    .tuple([z.literal('ask'), MannerCode, About, PeriodCode, EntityId])
    .transform(([kind, manner, about, period, entity]) => ({ kind, ...manner, about, period, entity })),
  z
    .tuple([z.literal('pick'), MannerCode, PeriodCode, FiltersCode])
    .transform(([kind, manner, period, filters]) => ({ kind, ...manner, period, filters })),
]);
export type AnswerAction = z.output<typeof Action>;

/** The form's name and the action's parts; at most `ACTION_CHARS` unless it names entities with long ids. */
export function actionCode(form: Form, action: AnswerAction): string {
  return `${form}:${partsOf(action).join(':')}`;
}

/** Reads what stands after the form's name; null for what no button of ours says. */
export function parseActionCode(rest: string): AnswerAction | null {
  const parsed = Action.safeParse(rest.split(':'));
  return parsed.success ? parsed.data : null;
}

function partsOf(action: AnswerAction): readonly (string | number)[] {
  switch (action.kind) {
    case 'view':
    case 'share':
      return [action.kind, action.id, action.view, action.page];
    case 'about':
      return [action.kind, action.id, action.about];
    case 'period':
      return [action.kind, action.id, action.period];
    case 'narrow':
      return [action.kind, action.id, action.filter, action.value];
    case 'also':
      return [action.kind, action.id, action.index];
    case 'ask':
      return [action.kind, mannerCode(action), action.about, periodCode(action.period), action.entity];
    case 'pick':
      return [action.kind, mannerCode(action), periodCode(action.period), filtersCode(action.filters)];
  }
}

const filtersCode = (filters: Filters): string =>
  givenFilters(filters)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');

/** What `parsePeriod` reads back as the same; '' for null. */
function periodCode(period: Period | null): string {
  if (!period) return '';
  if ('everything' in period) return 'all';
  return 'lastHours' in period ? hoursCode(period.lastHours) : `${period.from}..${period.to}`;
}

const hoursCode = (hours: number): string => (hours === 24 ? '24h' : `${hours / 24}d`);
