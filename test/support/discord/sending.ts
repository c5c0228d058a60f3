import { MessageFlags } from 'discord-api-types/v10';
import { tooManyBytes } from './check/components.ts';
import { told } from './check/fault.ts';
import { isEmpty, mentionWarnings, messageFaults, type Sending } from './check/message.ts';
import { edit, isLayoutMessage, type MessageFields, type Stored } from './messages.ts';
import { emptyMessage, type Incoming, type Reply, refuseForm, report, serverError } from './reply.ts';
import type { State } from './state.ts';

/** A message body on its way in. */
export interface Sent {
  readonly incoming: Incoming;
  readonly sending: Sending;
  readonly fields: MessageFields;
  /** Where the fields stand in the request: ['data'] in a callback. */
  readonly path: readonly string[];
  /** The message that is changed, if one is. */
  readonly target?: Stored | undefined;
}

/** The refusal that a message meets, or null; what it did wrong is put down as a violation. */
export function refusedMessage(state: State, { incoming, sending, fields, path, target }: Sent): Reply | null {
  const wasLayout = target !== undefined && isLayoutMessage(target);
  const faults = messageFaults(fields, sending, wasLayout).map((each) => ({ ...each, path: [...path, ...each.path] }));
  if (faults.length > 0) return refuseForm(state, incoming, faults);
  if (!target && isEmpty(fields)) {
    report(state, incoming, ['An empty message.']);
    return emptyMessage;
  }
  if (tooManyBytes(fields.components)) {
    report(state, incoming, ['More bytes of text than Discord survives.']);
    return serverError;
  }
  report(state, incoming, mentionWarnings(fields, state.closedMentions).map(told));
  return null;
}

/** Checks an edit and applies it; null when it was applied. */
export function applyEdit(state: State, sent: Sent & { readonly target: Stored }): Reply | null {
  const refused = refusedMessage(state, sent);
  if (!refused) edit(sent.target, sent.fields);
  return refused;
}

export const isEphemeral = (fields: MessageFields): boolean =>
  (Number(fields.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

export const asFields = (body: unknown): MessageFields =>
  typeof body === 'object' && body !== null ? (body as MessageFields) : {};
