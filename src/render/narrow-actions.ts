import type { Brief } from '../domain/brief.ts';
import { AID_KINDS, AID_STATUSES } from '../domain/claim.ts';
import { type ClosedFilterName, filterSlotsOf } from '../domain/filters.ts';
import { filtersOf } from '../domain/form.ts';
import type { Action } from '../domain/page.ts';
import { capitalised } from './capitalised.ts';
import { tally } from './count-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { press } from './press.ts';

const PER_ROW = 5;
const VALUES = { status: AID_STATUSES, kind: AID_KINDS } as const;

/** A row for each filter of few values that parts the lines of the answer, and a way back from each that is set. */
export function narrowActions(brief: Brief): readonly (readonly Action[])[] {
  const filters = filtersOf(brief.question.form);
  const back = (['status', 'kind'] as const).flatMap((name) => backAction(name, brief));
  const rows = (['status', 'kind'] as const).filter((name) => filters.includes(name));
  return [...rows.map((name) => valueActions(name, brief)), back];
}

/** Those with the most lines first; none where all lines have the same value. */
function valueActions(name: ClosedFilterName, brief: Brief): readonly Action[] {
  const { id, question } = brief;
  if (question.filters[name] !== undefined) return [];
  const values = brief.sections.flatMap(({ lines }) => lines.flatMap(({ claim }) => valuesOf(name, claim)));
  const counted = VALUES[name].map((value) => ({ value, n: values.filter((each) => each === value).length }));
  const present = counted.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  if (present.length < 2) return [];
  const words = messagesIn(question.language).filter.values;
  return present.slice(0, PER_ROW).map(({ value, n }) => {
    const label = `${capitalised(words[value] ?? value)} · ${tally(n, question.language)}`;
    return press(brief, { kind: 'narrow', id, filter: name, value }, label);
  });
}

const valuesOf = (name: ClosedFilterName, claim: Parameters<typeof filterSlotsOf>[0]): readonly string[] =>
  filterSlotsOf(claim).flatMap(([filter, values]) => (filter === name ? values : []));

function backAction(name: ClosedFilterName, brief: Brief): readonly Action[] {
  const { id, question } = brief;
  if (question.filters[name] === undefined) return [];
  const { all } = messagesIn(question.language).ledger;
  return [press(brief, { kind: 'narrow', id, filter: name, value: 'any' }, all[name])];
}
