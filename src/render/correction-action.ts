import { z } from 'zod';
import { CorrectionId, CorrectionKind } from '../domain/correction.ts';

const Page = z.coerce.number().pipe(z.int().min(1).max(9_999));
const BriefId = z.string().regex(/^[0-9a-z]{8}$/);

/** What a button of `/correct` asks for; `mistake`: the report that it settles. */
const Correct = z.union([
  z
    .tuple([z.enum(['do', 'cancel']), CorrectionId, z.union([CorrectionId, z.literal('')])])
    .transform(([kind, proposal, mistake]) => ({ kind, proposal, mistake: mistake || null })),
  z
    .tuple([z.literal('show'), CorrectionId, z.union([CorrectionId, z.literal('')]), Page])
    .transform(([kind, proposal, mistake, page]) => ({ kind, proposal, mistake: mistake || null, page })),
  z
    .tuple([
      z.literal('only'),
      CorrectionId,
      z.union([CorrectionId, z.literal('')]),
      z.union([z.literal('all'), z.coerce.number().pipe(z.int().min(0).max(999))]),
    ])
    .transform(([kind, proposal, mistake, only]) => ({
      kind,
      proposal,
      mistake: mistake || null,
      only: only === 'all' ? null : only,
    })),
  z.tuple([z.enum(['mistake', 'dismiss']), CorrectionId]).transform(([kind, mistake]) => ({ kind, mistake })),
  z.tuple([z.literal('reports'), Page]).transform(([kind, page]) => ({ kind, page })),
]);
export type CorrectAction = z.output<typeof Correct>;

/** The action of a button: at most 40 characters. */
export function correctAction(action: CorrectAction): string {
  switch (action.kind) {
    case 'do':
    case 'cancel':
      return `correct:${action.kind}:${action.proposal}:${action.mistake ?? ''}`;
    case 'show':
      return `correct:show:${action.proposal}:${action.mistake ?? ''}:${action.page}`;
    case 'only':
      return `${onlyAction(action)}:${action.only ?? 'all'}`;
    case 'mistake':
    case 'dismiss':
      return `correct:${action.kind}:${action.mistake}`;
    case 'reports':
      return `correct:reports:${action.page}`;
  }
}

/** The action of the menu that picks one source; what is picked stands after it. */
export const onlyAction = ({
  proposal,
  mistake,
}: Pick<Extract<CorrectAction, { kind: 'only' }>, 'proposal' | 'mistake'>) =>
  `correct:only:${proposal}:${mistake ?? ''}`;

/** What a button of `/corrections` asks for, or the one under answers. */
const Listed = z.union([
  z
    .tuple([z.literal('list'), Page, z.union([CorrectionKind, z.literal('')])])
    .transform(([kind, page, only]) => ({ kind, page, only: only || null })),
  z.tuple([z.literal('report'), BriefId]).transform(([kind, answer]) => ({ kind, answer })),
]);
export type CorrectionsAction = z.output<typeof Listed>;

export const correctionsAction = (action: CorrectionsAction): string =>
  action.kind === 'report'
    ? `corrections:report:${action.answer}`
    : `corrections:list:${action.page}:${action.only ?? ''}`;

const parsedBy =
  <T>(schema: z.ZodType<T>) =>
  (rest: string): T | null =>
    schema.safeParse(rest.split(':')).data ?? null;

/** Read what stands after the command's name; null for what no button of ours says. */
export const parseCorrectAction = parsedBy(Correct);
export const parseCorrectionsAction = parsedBy(Listed);
