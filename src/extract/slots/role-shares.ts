import type { Analysis } from '../analysis.ts';
import { roleOf } from '../clauses/role-of.ts';
import type { FrameType } from '../frames/lexicon.ts';
import { triggersOf, voiceOf } from './trigger.ts';

/** How each one named stands to the triggers of a type in the whole document: id → role → share of all its roles. */
export type RoleShares = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Who does what in a document is said more clearly in one sentence than in the next: so all of them are asked. */
export function roleShares(type: FrameType, analysis: Omit<Analysis, 'roles'>): RoleShares {
  const counts = new Map<string, Map<string, number>>();
  for (const { index } of analysis.document.sentences) countRoles(type, index, analysis, counts);
  return new Map([...counts].map(([id, roles]) => [id, sharesOf(roles)]));
}

function countRoles(
  type: FrameType,
  index: number,
  analysis: Omit<Analysis, 'roles'>,
  counts: Map<string, Map<string, number>>,
): void {
  const clauses = analysis.clauses[index];
  const mentions = analysis.mentions.get(index) ?? [];
  for (const { predicate } of triggersOf(type, index, analysis)) {
    if (predicate === null || clauses === undefined) continue;
    for (const { id, to } of mentions) {
      const role = `${roleOf(to - 1, predicate, clauses)}:${voiceOf(predicate)}`;
      const roles = counts.get(id) ?? new Map<string, number>();
      roles.set(role, (roles.get(role) ?? 0) + 1);
      counts.set(id, roles);
    }
  }
}

function sharesOf(roles: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sum = [...roles.values()].reduce((total, count) => total + count, 0);
  return new Map([...roles].map(([role, count]) => [role, count / sum]));
}
