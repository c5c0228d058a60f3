import { ANSWERS_AT_MOST, MARKS_AT_MOST, type Mark, Member, type PrivateAnswer } from './domain/member.ts';
import { DAY_MS } from './domain/period.ts';
import type { KeyValue } from './ports.ts';

/** All that is kept of members, one value for each. docs/privacy.md tells members of it. */
export interface KeptMembers {
  readonly get: (userId: string) => Promise<Member>;
  /** Puts the mark in the place of the one for the same subject and scope, unless anybody has asked to be forgotten since `asOf`. */
  readonly mark: (userId: string, mark: Mark, asOf: number) => Promise<void>;
  /** Likewise. @returns answers that have no room any more */
  readonly note: (userId: string, answer: PrivateAnswer, asOf: number) => Promise<readonly PrivateAnswer[]>;
  /** @returns what was kept */
  readonly forget: (userId: string) => Promise<Member>;
  /** How often anybody was forgotten: what was begun before is not to be kept after. */
  readonly forgotten: () => number;
}

/** After so long without a new mark or private answer nothing is kept of a member. */
const KEPT_MS = 180 * DAY_MS;
/** Answers are kept for a week. */
const ANSWER_MS = 8 * DAY_MS;

const NOTHING: Member = { marks: [], answers: [] };

export function createKeptMembers(disk: KeyValue): KeptMembers {
  let last: Promise<unknown> = Promise.resolve();
  let forgotten = 0;
  const get = async (userId: string): Promise<Member> => Member.safeParse(await disk.get(userId)).data ?? NOTHING;
  // One change after another: two at once would lose one.
  const next = <T>(step: () => Promise<T>): Promise<T> => {
    const done = last.then(step);
    last = done.catch(() => undefined);
    return done;
  };
  const change = (userId: string, to: (member: Member) => Member): Promise<Member> =>
    next(async () => {
      const changed = to(await get(userId));
      await disk.set(userId, changed, KEPT_MS);
      return changed;
    });
  return {
    get,
    forgotten: () => forgotten,
    mark: async (userId, mark, asOf) => {
      if (asOf !== forgotten) return;
      await change(userId, (member) => ({ ...member, marks: markedWith(member.marks, mark) }));
    },
    note: async (userId, answer, asOf) => {
      if (asOf !== forgotten) return [];
      const dropped: PrivateAnswer[] = [];
      await change(userId, (member) => {
        const live = member.answers.filter((one) => one.id !== answer.id && one.atMs > answer.atMs - ANSWER_MS);
        const all = [answer, ...live];
        dropped.push(...all.slice(ANSWERS_AT_MOST));
        return { ...member, answers: all.slice(0, ANSWERS_AT_MOST) };
      });
      return dropped;
    },
    forget: (userId) => {
      forgotten += 1;
      return next(async () => {
        const kept = await get(userId);
        await disk.delete(userId);
        return kept;
      });
    },
  };
}

/** The newest first. What was seen of everything was seen of each subject. */
const markedWith = (marks: readonly Mark[], mark: Mark): readonly Mark[] => {
  const isReplaced = (one: Mark): boolean =>
    one.scope.guildId === mark.scope.guildId && (mark.subject === '' || one.subject === mark.subject);
  return [mark, ...marks.filter((one) => !isReplaced(one))].slice(0, MARKS_AT_MOST);
};
