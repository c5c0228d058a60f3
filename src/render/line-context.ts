import type { Brief } from '../domain/brief.ts';
import { areFarApart, backingSources } from './backing-sources.ts';
import { rememberedDays } from './date-words.ts';
import type { LineContext } from './line.ts';

/** What all lines of an answer are printed with. */
export const lineContext = (brief: Brief): LineContext => ({
  labels: brief.labels,
  sources: new Map(brief.sources.map((source) => [source.citation, source])),
  language: brief.question.language,
  reportingDays: areFarApart(backingSources(brief)),
  namesOutlets: false,
  dayOf: rememberedDays(brief.question.language),
});
