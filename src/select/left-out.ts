import type { Ask } from '../asked.ts';
import type { Brief } from '../domain/brief.ts';
import { givenFilters } from '../domain/filters.ts';
import { topicsAsked } from '../domain/form.ts';
import type { Scope } from '../domain/scope.ts';
import type { Subject } from '../domain/subject.ts';
import { claimTypeOf } from '../domain/topic.ts';
import type { ClaimReads } from '../store/contract.ts';
import type { Target } from '../target.ts';

type LeftOut = NonNullable<Brief['leftOut']>;

/**
 * What covers a question, whatever its period, and does not count in its answer; null where that is not known: what words and
 * messages are held against is a part of what there is.
 */
export async function leftOutOf(
  all: ClaimReads,
  counted: ClaimReads,
  { scope, form, checking }: Ask,
  { subject, filters, about }: Target,
): Promise<LeftOut | null> {
  if (checking || subject.kind === 'words') return null;
  if (subject.kind === 'event' || subject.kind === 'claim')
    return beyond(await toldOf(all, scope, subject), await toldOf(counted, scope, subject));
  const types = topicsAsked({ form, about }).map(claimTypeOf);
  const selector = givenFilters(filters).length > 0 ? ({ kind: 'filtered', filters } as const) : subject;
  return beyond(await all.coverage(scope, selector, types), await counted.coverage(scope, selector, types));
}

const NOTHING: LeftOut = { articles: 0, publishers: 0 };

function beyond(all: LeftOut | null, counted: LeftOut | null): LeftOut {
  const [there, here] = [all ?? NOTHING, counted ?? NOTHING];
  return { articles: there.articles - here.articles, publishers: there.publishers - here.publishers };
}

type Named = Extract<Subject, { readonly kind: 'event' | 'claim' }>;

/** The articles that tell of an event, or the one of a claim. */
async function toldOf(claims: ClaimReads, scope: Scope, subject: Named): Promise<LeftOut> {
  if (subject.kind === 'claim') {
    const one = await claims.claim(scope, subject.article, subject.claim);
    return one ? { articles: 1, publishers: 1 } : NOTHING;
  }
  const told = (await claims.witnesses(scope, [subject.id])).get(subject.id) ?? [];
  return { articles: told.length, publishers: new Set(told.map(({ publisher }) => publisher)).size };
}
