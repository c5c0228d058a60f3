import { z } from 'zod';
import { SourceId } from '../domain/source.ts';

const At = z.coerce.number().pipe(z.int().min(0).max(9_999));
const Page = z.coerce.number().pipe(z.int().min(1).max(9_999));
/** What is done with a kept dry run, and with a source. */
const RUN_DEEDS = ['add', 'review', 'cancel'] as const;
const SOURCE_DEEDS = ['approve', 'refuse', 'check', 'pause', 'resume', 'edit', 'remove', 'keep', 'withdraw'] as const;

/** What a button of the pages about sources asks for. */
const Action = z.union([
  z.tuple([z.enum(RUN_DEEDS), SourceId]).transform(([kind, run]) => ({ kind, run })),
  z.tuple([z.literal('run'), SourceId, Page]).transform(([kind, run, page]) => ({ kind, run, page })),
  z.tuple([z.literal('feed'), SourceId, At]).transform(([kind, run, at]) => ({ kind, run, at })),
  z.tuple([z.enum(SOURCE_DEEDS), SourceId]).transform(([kind, source]) => ({ kind, source })),
  z.tuple([z.literal('request'), SourceId, Page]).transform(([kind, source, page]) => ({ kind, source, page })),
  z.tuple([z.literal('list'), Page]).transform(([kind, page]) => ({ kind, page })),
  z
    .tuple([z.literal('log'), Page, z.union([SourceId, z.literal('')])])
    .transform(([kind, page, source]) => ({ kind, page, source: source || null })),
  z.tuple([z.literal('starters')]).transform(([kind]) => ({ kind })),
  z.tuple([z.literal('group'), At]).transform(([kind, group]) => ({ kind, group })),
  z.tuple([z.literal('start'), At]).transform(([kind, at]) => ({ kind, at })),
  z.tuple([z.literal('start-all'), At]).transform(([kind, group]) => ({ kind, group })),
]);
export type SourceAction = z.output<typeof Action>;

/** The action of a button: at most 40 characters. */
export const sourceAction = (action: SourceAction): string => `source:${partsOf(action).join(':')}`;

/** Reads what stands after `source:`; null for what no button of ours says. */
export function parseSourceAction(rest: string): SourceAction | null {
  const parsed = Action.safeParse(rest.split(':'));
  return parsed.success ? parsed.data : null;
}

function partsOf(action: SourceAction): readonly (string | number)[] {
  switch (action.kind) {
    case 'add':
    case 'review':
    case 'cancel':
      return [action.kind, action.run];
    case 'run':
      return [action.kind, action.run, action.page];
    case 'feed':
      return [action.kind, action.run, action.at];
    case 'request':
      return [action.kind, action.source, action.page];
    case 'list':
      return [action.kind, action.page];
    case 'log':
      return [action.kind, action.page, action.source ?? ''];
    case 'starters':
      return [action.kind];
    case 'group':
    case 'start-all':
      return [action.kind, action.group];
    case 'start':
      return [action.kind, action.at];
    default:
      return [action.kind, action.source];
  }
}
