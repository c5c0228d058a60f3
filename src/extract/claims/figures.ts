import type { Amount, Count } from '../../domain/claim.ts';
import type { Hit } from '../frames/match.ts';
import type { CountMention } from '../quantities/count.ts';
import { type Event, triggerSpan } from './common.ts';

const ITEM_CLASSES = new Set(['ordnance', 'relief', 'missile', 'drone', 'artillery', 'rocket', 'tank']);
/** S-300, F-16s, M1A1. */
const DESIGNATION = /^\p{Lu}{1,4}-?\d{1,4}[\p{L}\d]{0,3}$/u;
const MAX_ITEMS = 8;
const UNIT_CHARS = 60;

/** The sum of money nearest to the word that tells the event. */
export function amountOf(event: Event): Amount | null {
  const { amounts = [] } = event.analysis.figures[event.sentence.index] ?? {};
  const found = nearest(amounts, event);
  if (found === null || found.value <= 0) return null;
  const { value, valueMax, cur, op } = found;
  return { value, ...(valueMax !== undefined && { valueMax }), cur, op };
}

type UnitKind = NonNullable<NonNullable<CountMention['unit']>['kind']>;

/** What is counted: those who move, those who are harmed, or what is given or fired. */
type Counted = 'force' | 'person' | 'weapon';

const COUNTED: Readonly<Record<Counted, ReadonlySet<UnitKind>>> = {
  force: new Set<UnitKind>(['person', 'formation']),
  person: new Set<UnitKind>(['person', 'formation']),
  weapon: new Set<UnitKind>(['weapon', 'goods', 'event']),
};

/** The count of such things nearest to the word that tells the event. */
export function countOf(event: Event, kind: Counted): Count | null {
  const { counts = [] } = event.analysis.figures[event.sentence.index] ?? {};
  const such = counts.filter(({ unit }) => unit !== null && unit.kind !== null && COUNTED[kind].has(unit.kind));
  return countIn(
    nearest(
      such.filter((count) => kind === 'person' || !isSingle(count) || isPart(count, event)),
      event,
    ),
  );
}

const isSingle = (count: CountMention): boolean => 'value' in count && count.value === 1;

/** Whether a count stands in the subject, the object or the agent of the event: one of something elsewhere is no count of it. */
function isPart({ start }: CountMention, { sentence, filling }: Event): boolean {
  const predicate = filling.trigger?.predicate ?? null;
  const parts = predicate === null ? [] : [predicate.object, predicate.subject, predicate.agent];
  const at = sentence.tokens.findIndex((token) => token.start === start + sentence.start);
  return parts.some((part) => part !== null && at >= part.from && at < part.to);
}

/** How often: the count of a word that tells the visit ("four visits"). */
export function timesOf({ analysis, sentence }: Event): Count | null {
  const { counts = [] } = analysis.figures[sentence.index] ?? {};
  const triggers = analysis.signs[sentence.index]?.triggers.visit ?? [];
  const starts = triggers.map(({ at }) => (sentence.tokens[at]?.start ?? 0) - sentence.start);
  return countIn(counts.find(({ unit }) => unit !== null && starts.includes(unit.start)) ?? null);
}

/** A count as claims hold it. */
export function countIn(found: CountMention | null): Count | null {
  if (found === null) return null;
  const unit = found.unit === null ? {} : { unit: found.unit.word.slice(0, UNIT_CHARS) };
  if ('vague' in found) return { vague: found.vague, ...unit };
  return {
    value: found.value,
    ...(found.valueMax !== undefined && { valueMax: found.valueMax }),
    op: found.op,
    ...unit,
  };
}

const NOUNS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ']);

/**
 * What is given, by its English name: nouns of the lexicon, designations ("s-300"), verbs that tell it ("train"). Where nothing
 * closer is said, the words that say only that it is aid: "military-aid".
 */
export function itemsOf({ sentence, analysis }: Event): string[] {
  const { tokens } = sentence;
  const { classes = [], triggers } = analysis.signs[sentence.index] ?? {};
  const nouns = classes.filter(({ at }) => NOUNS.has(tokens[at]?.pos ?? ''));
  const nameOf = ({ key }: Hit): string | null => analysis.items.get(key) ?? (ENGLISH.test(key) ? slugOf(key) : null);
  const given = nouns.filter(({ tag }) => ITEM_CLASSES.has(tag)).flatMap((hit) => nameOf(hit) ?? []);
  const designations = tokens.filter(({ text }) => DESIGNATION.test(text)).map(({ lower }) => lower.replace(/s$/, ''));
  const done = (triggers?.aid ?? []).flatMap(({ key }) => analysis.items.get(key) ?? []);
  const general = nouns.filter(({ tag }) => tag === 'aid');
  const named = [...given, ...designations, ...done];
  const told = named.length > 0 ? named : general.flatMap((hit) => generalName(hit, nouns, nameOf(hit)));
  return [...new Set(told)].slice(0, MAX_ITEMS);
}

const ENGLISH = /^[a-z0-9 ~-]+$/;
const slugOf = (key: string): string => key.replaceAll(/[ ~]/g, '-');

/** "military-aid": with the word before it that says which. */
function generalName({ at }: Hit, nouns: readonly Hit[], name: string | null): readonly string[] {
  const before = nouns.find((hit) => hit.at === at - 1 && hit.tag !== 'aid' && ENGLISH.test(hit.key));
  return name === null ? [] : [before ? `${slugOf(before.key)}-${name}` : name];
}

function nearest<T extends { readonly start: number; readonly end: number }>(
  all: readonly T[],
  event: Event,
): T | null {
  const at = triggerSpan(event).start - event.sentence.start;
  const away = ({ start, end }: T): number => Math.max(start - at, at - end, 0);
  return all.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}
