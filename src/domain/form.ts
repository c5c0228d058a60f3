import { z } from 'zod';
import type { FilterName } from './filters.ts';
import { type About, type Topic, topicsOf } from './topic.ts';

/** How an answer is asked for and laid out, each by the slash command of its name. */
export const FORMS = ['summary', 'troops', 'visits'] as const;
export const Form = z.enum(FORMS);
export type Form = z.infer<typeof Form>;

interface FormLaw {
  /** What is looked for; null: what the question is about. */
  readonly topics: readonly Topic[] | null;
  /** What it can be narrowed by; a form without any is asked of a subject. */
  readonly filters: readonly FilterName[];
}

const LAWS: Readonly<Record<Form, FormLaw>> = {
  summary: { topics: null, filters: [] },
  troops: { topics: ['troops', 'strikes'], filters: ['place', 'side'] },
  visits: { topics: ['visits'], filters: ['person', 'place'] },
};

export const filtersOf = (form: Form): readonly FilterName[] => LAWS[form].filters;

/** The topics that a question asks for. */
export const topicsAsked = ({ form, about }: { readonly form: Form; readonly about: About }): readonly Topic[] =>
  LAWS[form].topics ?? topicsOf(about);

/** Whether the form leaves it to the question what it is about. */
export const hasTopics = (form: Form): boolean => LAWS[form].topics === null;
