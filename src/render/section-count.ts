import type { Section } from '../domain/brief.ts';

/** Whether every claim that matches stands behind one of the lines. */
export function isWhole({ lines, claims }: Section): boolean {
  return claims <= lines.reduce((sum, line) => sum + line.backing.length, 0);
}

/** What is counted beside a topic's name: its lines where they are all there is, else the claims that match. */
export const countOf = (section: Section): number => (isWhole(section) ? section.lines.length : section.claims);
