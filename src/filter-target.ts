import type { Ask, Asked, EntityChoice } from './asked.ts';
import { AID_KINDS, AID_STATUSES } from './domain/claim.ts';
import type { Entity } from './domain/entity.ts';
import {
  type EntityFilterName,
  type FilterName,
  Filters,
  isClosedFilter,
  kindsFor,
  takesState,
} from './domain/filters.ts';
import { filtersOf } from './domain/form.ts';
import type { Scope } from './domain/scope.ts';
import { candidatesNamed, chosenAmong, nearNames, pickedEntity, withPlaces } from './named.ts';
import type { Ports } from './ports.ts';

/** What the words of one filter came to. */
type Settled =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'ambiguous'; readonly choices: readonly EntityChoice[] }
  | { readonly kind: 'unknown'; readonly near: readonly EntityChoice[] }
  | { readonly kind: 'unfit'; readonly entity: EntityChoice };

type Unsettled = Exclude<Asked, { kind: 'brief' }>;

/** Looks up what each filter's words name; where one cannot be settled, the first such one is what becomes of the question. */
export async function settleFilters(
  ports: Ports,
  { form, filters, scope }: Ask,
): Promise<{ readonly filters: Filters } | Unsettled> {
  const typed = filtersOf(form).flatMap((filter) => {
    const words = filters[filter];
    return words === undefined ? [] : [{ filter, words }];
  });
  const settled = await Promise.all(
    typed.map(async ({ filter, words }) => ({ filter, words, came: await settle(ports, scope, filter, words) })),
  );
  const values = settled.flatMap(({ filter, came }) => (came.kind === 'value' ? [[filter, came.value]] : []));
  const open = settled.find(({ came }) => came.kind !== 'value');
  const known = Filters.parse(Object.fromEntries(values));
  if (!open || open.came.kind === 'value') return { filters: known };
  const others = values.length === settled.length - 1 ? known : null;
  return { ...open.came, option: { filter: open.filter, typed: open.words, others } };
}

async function settle(ports: Ports, scope: Scope, filter: FilterName, words: string): Promise<Settled> {
  if (isClosedFilter(filter)) return closedValue(filter, words);
  const picked = await pickedEntity(ports, words);
  if (picked) return fitted(ports, filter, picked);
  const named = await candidatesNamed(ports, scope, words);
  // Who asks for a person does not mean the town of that name.
  const fitting = named.filter(({ entity }) => kindsFor(filter).includes(entity.kind));
  const [first, ...rest] = fitting.length > 0 ? fitting : named;
  const coded = first ? undefined : (await ports.gazetteer.byRef([words])).get(words);
  if (coded) return fitted(ports, filter, coded);
  if (!first) return { kind: 'unknown', near: await nearNames(ports, scope, words) };
  const chosen = await chosenAmong(ports, [first, ...rest]);
  return chosen.kind === 'one' ? fitted(ports, filter, chosen.entity) : { kind: 'ambiguous', choices: chosen.choices };
}

function closedValue(filter: 'kind' | 'status', words: string): Settled {
  const values: readonly string[] = filter === 'kind' ? AID_KINDS : AID_STATUSES;
  return values.includes(words) ? { kind: 'value', value: words } : { kind: 'unknown', near: [] };
}

/** The entity where the filter takes its kind; else, of who gives, takes or fights, the state that it is in or acts for. */
async function fitted(ports: Ports, filter: EntityFilterName, entity: Entity): Promise<Settled> {
  if (kindsFor(filter).includes(entity.kind)) return { kind: 'value', value: entity.id };
  const state = takesState(filter) ? await stateOf(ports, entity) : null;
  if (state) return { kind: 'value', value: state.id };
  const [choice] = await withPlaces(ports, [{ entity, claims: 0 }]);
  return choice ? { kind: 'unfit', entity: choice } : { kind: 'unknown', near: [] };
}

async function stateOf({ gazetteer }: Ports, { id, side }: Entity): Promise<Entity | null> {
  if (side !== undefined) return (await gazetteer.byRef([side])).get(side) ?? null;
  const around = await gazetteer.byRef(await gazetteer.ancestors(id));
  return [...around.values()].find(({ kind }) => kind === 'country') ?? null;
}
