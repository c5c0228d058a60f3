import type { Brief, Source } from '../domain/brief.ts';
import { DAY_MS } from '../domain/period.ts';

/** Articles within so many days of each other tell of one moment. */
const SAME_MOMENT_DAYS = 3;

/** Sources of the lines themselves; those that only stand in a dispute are left out. */
export function backingSources(brief: Brief): readonly Source[] {
  const lines = brief.sections.flatMap((section) => section.lines);
  const cited = new Set(lines.flatMap((line) => line.backing.map(({ citation }) => citation)));
  return brief.sources.filter(({ citation }) => cited.has(citation));
}

/** Whether the articles are so far apart that each line must say when it was reported; those without a date do not count. */
export function areFarApart(sources: readonly Source[]): boolean {
  const dates = sources.flatMap(({ published }) => (published ? [Date.parse(published.at)] : []));
  return Math.max(...dates) - Math.min(...dates) > SAME_MOMENT_DAYS * DAY_MS;
}
