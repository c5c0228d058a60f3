import type { AlertRefusal } from '../../domain/alert.ts';
import type { TrackRefusal, TrackWarning } from '../../domain/track-view.ts';

/** Words of alerts and of what people do with tracks. */
export interface TrackMessages {
  readonly title: (id: string) => string;
  readonly fact: Readonly<
    Record<'to' | 'about' | 'origins' | 'confirmed' | 'quiet' | 'most' | 'language' | 'sources' | 'role', string>
  >;
  /** Where alerts for one member come. */
  readonly direct: string;
  readonly confirmedOnly: string;
  readonly quietHours: (from: string, to: string, zone: string) => string;
  readonly noQuiet: string;
  readonly perDay: (n: number) => string;
  /** How a track stands that sends nothing. */
  readonly state: Readonly<Record<'paused' | 'closed', string>>;
  readonly warning: Readonly<Record<Exclude<TrackWarning['kind'], 'no-right'>, string>> & {
    readonly 'no-right': (rights: string) => string;
  };
  readonly done: Readonly<Record<'created' | 'edited' | 'paused' | 'resumed', string>> & {
    /** Of one for a member. */
    readonly own: string;
    readonly removed: (id: string) => string;
  };
  readonly list: {
    readonly title: string;
    readonly server: (n: number, most: number) => string;
    readonly own: (n: number, most: number) => string;
    readonly none: string;
    readonly of: (name: string) => string;
  };
  readonly removal: string;
  readonly button: Readonly<Record<'pause' | 'resume' | 'remove' | 'confirm' | 'list' | 'back', string>>;
  readonly refusal: Readonly<Record<Exclude<TrackRefusal['kind'], 'too-many' | 'no-zone'>, string>> & {
    readonly 'too-many': Readonly<Record<'server' | 'member', (limit: number) => string>>;
  };
  readonly noTrack: (typed: string) => string;
  readonly noHours: (typed: string) => string;
  readonly noChannel: string;
  readonly moderatorsOnly: string;
  readonly notForOne: string;
  readonly nothingGiven: string;
  readonly expired: string;
  readonly whom: Readonly<Record<'channel' | 'me', string>>;
  readonly cleared: Readonly<Record<'role' | 'quiet', string>>;
  readonly alert: {
    /** By which the message is found again. */
    readonly mark: (track: string, code: string) => string;
    readonly updated: (instant: string, times: number) => string;
  };
  readonly notice: {
    readonly title: (track: string) => string;
    readonly refused: Readonly<Record<AlertRefusal, string>>;
    readonly keptTrying: string;
    readonly undecided: (instant: string) => string;
    readonly late: (instant: string) => string;
  };
}
