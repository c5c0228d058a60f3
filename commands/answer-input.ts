import { z } from 'zod';
import type { AskedFilters } from '../src/asked.ts';
import { FILTER_NAMES } from '../src/domain/filters.ts';
import { type Form, filtersOf, hasProse } from '../src/domain/form.ts';
import { Language } from '../src/domain/language.ts';
import { About } from '../src/domain/topic.ts';
import { SourceLimit } from '../src/domain/trust.ts';
import { NAME_CHARS, PERIOD_CHARS, type TextOption } from './answer-options.ts';
import { STYLES } from './style-option.ts';

/** The options of a command that answers from the store, parsed. */
export interface AnswerInput {
  /** '' where the command has no query. */
  readonly query: string;
  readonly about: About | undefined;
  readonly filters: AskedFilters;
  readonly period: string | undefined;
  readonly sources: SourceLimit | undefined;
  readonly language: Language | undefined;
  readonly private: boolean | undefined;
  readonly style?: Style | undefined;
}

const Style = z.enum(STYLES);
type Style = z.infer<typeof Style>;

const COMMON = {
  period: z.string().max(PERIOD_CHARS).optional(),
  sources: SourceLimit.optional(),
  language: Language.optional(),
  private: z.boolean().optional(),
};

/** Parses a command's own options and those of every answer. */
export function answerInput(form: Form, options: readonly TextOption[]): z.ZodType<AnswerInput> {
  const own = Object.fromEntries(options.map((option) => [option.name, schemaOf(option)]));
  const names = filtersOf(form).filter((name) => name in own);
  const style = hasProse(form) ? { style: Style.optional() } : {};
  return z
    .strictObject({ ...own, ...COMMON, ...style })
    .transform((given: Readonly<Record<string, unknown>>): AnswerInput => {
      const common = z.object(COMMON).parse(given);
      // Where a place narrows nothing, it is what is asked about.
      const { place = '' } = names.includes('place') ? {} : Place.parse(given);
      const { query = place, about, topic = about } = Asked.parse(given);
      const filters = z
        .partialRecord(z.enum(FILTER_NAMES), z.string())
        .parse(Object.fromEntries(names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))));
      const { period, sources, language } = common;
      const told = Told.parse(given);
      return { query, about: topic, filters, period, sources, language, private: common.private, style: told.style };
    });
}

const Told = z.object({ style: Style.optional() });
const Place = z.object({ place: z.string().optional() });
const Asked = z.object({ query: z.string().optional(), about: About.optional(), topic: About.optional() });

function schemaOf({ choices, maxLength = NAME_CHARS, required }: TextOption): z.ZodType {
  const value = choices ? z.enum(choices.map((choice) => choice.value)) : z.string().trim().min(1).max(maxLength);
  return required ? value : value.optional();
}
