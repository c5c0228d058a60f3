import type { CheckPart, Stance } from '../../domain/check.ts';

/** Words of an answer that holds a message against sources. */
export interface CheckMessages {
  readonly intro: string;
  readonly isCut: string;
  readonly noText: string;
  /** Before what was read of a statement. */
  readonly read: string;
  /** The same, where a slot is not sure. */
  readonly readUnsurely: string;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly uncovered: string;
  /** Nothing could be read of a statement; with lines about the same names below. */
  readonly unreadNear: string;
  readonly unread: string;
  readonly differs: (parts: string) => string;
  readonly open: (parts: string) => string;
  /** Of a reading that is not sure. */
  readonly ifSo: string;
  readonly noDay: string;
  /** Sources say it in words of theirs alone, which may mean something else. */
  readonly wording: string;
  /** As the end of "the sources do not say …". */
  readonly part: Readonly<Record<Exclude<CheckPart, 'day' | 'wording'>, string>>;
}
