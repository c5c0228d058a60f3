import type { Line, Section } from '../domain/brief.ts';

/** Whether every claim that matches stands behind one of the lines. */
export function isWhole({ lines, claims }: Section): boolean {
  return claims <= lines.reduce((sum, line) => sum + claimsBehind(line), 0);
}

const claimsBehind = ({ backing, accounts }: Line): number =>
  accounts.reduce((sum, account) => sum + account.backing.length, backing.length);

/** What is counted beside a topic's name: its lines where they are all there is, else the claims that match. */
export const countOf = (section: Section): number => (isWhole(section) ? section.lines.length : section.claims);
