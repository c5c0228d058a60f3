/**
 * Why a message will not show a correction. `gone`: it was deleted; `no-channel`, `no-permission`, `not-in-server`: the bot does not
 * get at it; `not-accepted`: the platform refuses what it is to be; `too-old`: it was forgotten before it could be reached.
 */
export const UNREACHABLE = ['gone', 'no-channel', 'no-permission', 'not-in-server', 'not-accepted', 'too-old'] as const;
export type Unreachable = (typeof UNREACHABLE)[number];

/** How far a correction has come. Numbers of messages. */
export interface Travelled {
  /** That show it, or that show it no more since it was taken back. */
  readonly shown: number;
  /** In which it stands on no page that they show. */
  readonly elsewhere: number;
  readonly waiting: number;
  readonly unreachable: Readonly<Partial<Record<Unreachable, number>>>;
}
