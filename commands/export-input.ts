import { z } from 'zod';
import type { AskedFilters } from '../src/asked.ts';
import { AID_KINDS, AID_STATUSES } from '../src/domain/claim.ts';
import { FILTER_NAMES } from '../src/domain/filters.ts';
import { FORMS, type Form, filtersOf, isOfNews } from '../src/domain/form.ts';
import { Language } from '../src/domain/language.ts';
import { About } from '../src/domain/topic.ts';
import { SourceLimit } from '../src/domain/trust.ts';
import { EXPORT_FORMATS } from '../src/render/export/export-file.ts';
import type { AnswerInput } from './answer-input.ts';
import { NAME_CHARS, PERIOD_CHARS } from './answer-options.ts';

const Name = z.string().trim().min(1).max(NAME_CHARS).optional();

/** Forms whose question can be asked here: what is new to a member, and a message, are exported by the answer's id alone. */
export const EXPORTED_FORMS = FORMS.filter((form) => !isOfNews(form) && form !== 'check-message');

/** The options of `/export`, parsed. */
export const ExportInput = z.strictObject({
  query: Name,
  topic: About.optional(),
  /** Id of an earlier answer. */
  id: z.string().trim().min(1).max(NAME_CHARS).optional(),
  command: z.enum(EXPORTED_FORMS).optional(),
  donor: Name,
  recipient: Name,
  kind: z.enum(AID_KINDS).optional(),
  status: z.enum(AID_STATUSES).optional(),
  side: Name,
  place: Name,
  person: Name,
  as: z.enum(EXPORT_FORMATS).default('csv'),
  period: z.string().max(PERIOD_CHARS).optional(),
  sources: SourceLimit.optional(),
  language: Language.optional(),
  private: z.boolean().optional(),
});
export type ExportInput = z.infer<typeof ExportInput>;

/** What an export is asked for: an answer that was given, or a question; else what is wrong with it. */
export type Wanted =
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'question'; readonly form: Form; readonly input: AnswerInput }
  | { readonly kind: 'refused'; readonly why: 'noForm' | 'nothingAsked' | 'both' };

export function wantedBy(input: ExportInput): Wanted {
  const { id, query, topic, command, period, sources, language } = input;
  const filters = filtersIn(input);
  const asksAnything =
    query !== undefined || topic !== undefined || command !== undefined || Object.keys(filters).length > 0;
  if (id !== undefined) return asksAnything ? refused('both') : { kind: 'answer', id: id.toLowerCase() };
  if (!asksAnything) return refused('nothingAsked');
  const form = command ?? formFor(filters, query);
  const common = { about: topic, period, sources, language, private: input.private };
  if (form === null) return refused('noForm');
  const { place, ...others } = filters;
  // Where a place narrows nothing, it is what is asked about.
  if (filtersOf(form).length === 0 && query === undefined && place !== undefined && Object.keys(others).length === 0)
    return { kind: 'question', form, input: { ...common, query: place, filters: {} } };
  if (!takes(form, filters, query)) return refused('noForm');
  return { kind: 'question', form, input: { ...common, query: query ?? topicQuery(form, topic), filters } };
}

const refused = (why: Extract<Wanted, { kind: 'refused' }>['why']): Wanted => ({ kind: 'refused', why });

const filtersIn = (input: ExportInput): AskedFilters =>
  Object.fromEntries(FILTER_NAMES.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));

/** A topic by itself is a question across all places. */
const topicQuery = (form: Form, topic: About | undefined): string =>
  filtersOf(form).length === 0 && topic !== undefined && topic !== 'everything' ? `topic:${topic}` : '';

/** The first form that has all the filters; a place alone is asked about. */
function formFor(filters: AskedFilters, query: string | undefined): Form | null {
  const names = Object.keys(filters);
  if (names.length === 0 || (names.length === 1 && filters.place !== undefined)) return 'summary';
  return FORMS.find((form) => takes(form, filters, query)) ?? null;
}

function takes(form: Form, filters: AskedFilters, query: string | undefined): boolean {
  const known = filtersOf(form);
  const asked = FILTER_NAMES.filter((name) => filters[name] !== undefined);
  return asked.every((name) => known.includes(name)) && (query === undefined || known.length === 0);
}
