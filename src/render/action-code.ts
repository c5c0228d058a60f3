import { z } from 'zod';
import { EntityId } from '../domain/entity.ts';
import { Language } from '../domain/language.ts';
import { type Period, parsePeriod } from '../domain/period.ts';
import { About } from '../domain/topic.ts';

/** Longest that an action may be, so that a platform's own marks still fit beside it. */
export const ACTION_CHARS = 90;

const BriefId = z.string().regex(/^[0-9a-z]{8}$/);
export const View = z.enum(['overview', 'evidence', 'sources']);
export type View = z.infer<typeof View>;

/** A period as the query language of `parsePeriod` writes it; '' where none was asked for. */
const PeriodCode = z.string().transform((text, context): Period | null => {
  const period = text === '' ? null : parsePeriod(text);
  if (text !== '' && !period) context.addIssue({ code: 'custom', message: 'must be a period' });
  return period;
});

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
    .tuple([z.literal('also'), BriefId, z.coerce.number().pipe(z.int().min(0).max(99))])
    .transform(([kind, id, index]) => ({ kind, id, index })),
  z
    .tuple([z.literal('ask'), Language, About, PeriodCode, EntityId])
    .transform(([kind, language, about, period, entity]) => ({ kind, language, about, period, entity })),
]);
export type SummaryAction = z.output<typeof Action>;

/** `summary:` and its parts; at most `ACTION_CHARS` unless it names an entity with a very long id. */
export function actionCode(action: SummaryAction): string {
  return `summary:${partsOf(action).join(':')}`;
}

/** Reads what stands after `summary:`; null for what no button of ours says. */
export function parseActionCode(rest: string): SummaryAction | null {
  const parsed = Action.safeParse(rest.split(':'));
  return parsed.success ? parsed.data : null;
}

function partsOf(action: SummaryAction): readonly (string | number)[] {
  switch (action.kind) {
    case 'view':
    case 'share':
      return [action.kind, action.id, action.view, action.page];
    case 'about':
      return [action.kind, action.id, action.about];
    case 'period':
      return [action.kind, action.id, action.period];
    case 'also':
      return [action.kind, action.id, action.index];
    case 'ask':
      return [action.kind, action.language, action.about, periodCode(action.period), action.entity];
  }
}

/** What `parsePeriod` reads back as the same; '' for null. */
function periodCode(period: Period | null): string {
  if (!period) return '';
  if ('everything' in period) return 'all';
  return 'lastHours' in period ? hoursCode(period.lastHours) : `${period.from}..${period.to}`;
}

const hoursCode = (hours: number): string => (hours === 24 ? '24h' : `${hours / 24}d`);
