import { hash } from 'node:crypto';
import type { AlertContent, AlertRefusal } from '../domain/alert.ts';
import type { Track } from '../domain/track.ts';

/** An alert that is to be sent, or whose message is to be edited. */
export interface OutgoingAlert {
  readonly track: Track;
  readonly content: AlertContent;
  /** The same for each attempt and edit; 24 characters. The message carries it, so that it is found again; it is its nonce. */
  readonly mark: string;
  /** How often it is edited, this time included; 0: it is new. */
  readonly edits: number;
}

/** Where the message of an alert is. */
export interface AlertMessage {
  readonly channelId: string;
  readonly messageId: string;
}

/** It surely was not done. `afterMs`: how long to wait before it is tried again. */
interface Later {
  readonly kind: 'later';
  readonly afterMs: number;
}
/** It surely was not done, and will not be until somebody changes something. */
interface Refused {
  readonly kind: 'refused';
  readonly why: AlertRefusal;
}

/** What became of sending; `unknown`: it may have arrived. */
export type AlertSent = ({ readonly kind: 'sent' } & AlertMessage) | Later | Refused | { readonly kind: 'unknown' };

/** What became of editing; `unknown`: it may have been done, and may be done again. `gone`: the message is not there any more. */
export type AlertEdited = { readonly kind: 'edited' | 'gone' | 'unknown' } | Later | Refused;

/** What a look for an alert's message gave; `unreadable`: what stands there cannot be read until somebody changes something. */
export type AlertFound =
  | ({ readonly kind: 'found' } & AlertMessage)
  | { readonly kind: 'absent' | 'unreadable' }
  | Later;

/** Where alerts go. None rejects for what the platform or the network does. */
export interface AlertChannel {
  /** Gives up within `SEND_WITHIN_MS` of `digest/channel.ts`. */
  readonly send: (outgoing: OutgoingAlert) => Promise<AlertSent>;
  readonly edit: (outgoing: OutgoingAlert, message: AlertMessage) => Promise<AlertEdited>;
  /** Looks for an own message with the mark since an instant (Unix ms, of this machine's clock). */
  readonly findOwn: (outgoing: OutgoingAlert, sinceMs: number) => Promise<AlertFound>;
}

/** @param alert its number in the store */
export const alertMark = (trackId: string, alert: number): string =>
  hash('sha256', `${trackId}:alert:${alert}`, 'hex').slice(0, 24);
