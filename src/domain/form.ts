import { z } from 'zod';
import type { FilterName } from './filters.ts';
import { type About, TOPICS, type Topic, topicsOf } from './topic.ts';

/** How an answer is asked for and laid out, each but digests and alerts by the command of its name. */
export const FORMS = [
  'summary',
  'aid',
  'troops',
  'visits',
  'timeline',
  'disputes',
  'search',
  'evidence',
  'catchup',
  'check-message',
  'digest',
  'alert',
] as const;
export const Form = z.enum(FORMS);
export type Form = z.infer<typeof Form>;

interface FormLaw {
  /** What is looked for; null: what the question is about. */
  readonly topics: readonly Topic[] | null;
  /** What it can be narrowed by; a form without any is asked of a subject. */
  readonly filters: readonly FilterName[];
  /** Whether only what is disputed is looked for, be it without a subject. */
  readonly isOfDisputes?: true;
  /** Whether it is what is new to one member, so that nobody can ask the same again. */
  readonly isOfNews?: true;
}

const LAWS: Readonly<Record<Form, FormLaw>> = {
  summary: { topics: null, filters: [] },
  aid: { topics: ['aid'], filters: ['donor', 'recipient', 'kind', 'status'] },
  troops: { topics: ['troops', 'strikes'], filters: ['place', 'side'] },
  visits: { topics: ['visits'], filters: ['person', 'place'] },
  timeline: { topics: null, filters: [] },
  disputes: { topics: null, filters: [], isOfDisputes: true },
  search: { topics: null, filters: [] },
  evidence: { topics: null, filters: [] },
  'check-message': { topics: TOPICS, filters: [] },
  catchup: { topics: null, filters: [], isOfNews: true },
  digest: { topics: null, filters: [], isOfNews: true },
  alert: { topics: null, filters: [], isOfNews: true },
};

export const filtersOf = (form: Form): readonly FilterName[] => LAWS[form].filters;

/** The topics that a question asks for. */
export const topicsAsked = ({ form, about }: { readonly form: Form; readonly about: About }): readonly Topic[] =>
  LAWS[form].topics ?? topicsOf(about);

/** Whether its lines may be worded as prose: not tables, cards or single events. */
export const hasProse = (form: Form): boolean => ['summary', 'troops', 'visits', 'timeline'].includes(form);

/** Whether the form leaves it to the question what it is about. */
export const hasTopics = (form: Form): boolean => LAWS[form].topics === null;

/** Whether only events on which sources differ are lines; of these there may be few among many claims. */
export const isOfDisputes = (form: Form): boolean => LAWS[form].isOfDisputes ?? false;

/** Whether only what is new to the asker is looked for. */
export const isOfNews = (form: Form): boolean => LAWS[form].isOfNews ?? false;
