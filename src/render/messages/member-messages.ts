/** Words about what is kept of a member. */
export interface MemberMessages {
  readonly title: string;
  readonly nothing: string;
  readonly kept: string;
  readonly marks: (n: number) => string;
  readonly answers: (n: number) => string;
  /** That they reported. */
  readonly mistakes: (n: number) => string;
  readonly tracks: (n: number) => string;
  /** What deleting does beside. */
  readonly effect: string;
  readonly confirm: string;
  readonly deleted: string;
  /** What is left, which is nobody's. */
  readonly left: string;
  /** A short form of docs/privacy.md. */
  readonly privacy: string;
  readonly privacyLines: readonly string[];
  readonly privacyPage: string;
}
