import { MessageFlags } from 'discord-api-types/v10';
import { filesAfter } from './attachments.ts';
import { attachmentFaults, attachmentWarnings, tooLarge } from './check/attachments.ts';
import { tooManyBytes } from './check/components.ts';
import { told } from './check/fault.ts';
import { isEmpty, mentionWarnings, messageFaults, type Sending } from './check/message.ts';
import { edit, isLayoutMessage, type MessageFields, type Stored } from './messages.ts';
import { emptyMessage, type Incoming, type Reply, refuseForm, report, requestTooLarge, serverError } from './reply.ts';
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
  const before = target?.files ?? [];
  if (tooLarge(incoming.files)) {
    report(state, incoming, ['A file of more than 10 MiB.']);
    return requestTooLarge;
  }
  const own = messageFaults(fields, sending, wasLayout);
  const all = own.length > 0 ? own : attachmentFaults(fields, incoming.files, before);
  const faults = all.map((each) => ({ ...each, path: [...path, ...each.path] }));
  if (faults.length > 0) return refuseForm(state, incoming, faults);
  if (!target && isEmpty(fields) && incoming.files.length === 0) {
    report(state, incoming, ['An empty message.']);
    return emptyMessage;
  }
  if (tooManyBytes(fields.components)) {
    report(state, incoming, ['More bytes of text than Discord survives.']);
    return serverError;
  }
  const isLayout = wasLayout || (Number(fields.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const unseen = isLayout ? attachmentWarnings(fields, incoming.files, before) : [];
  report(state, incoming, [...mentionWarnings(fields, state.closedMentions), ...unseen].map(told));
  return null;
}

/** Checks an edit and applies it; null when it was applied. */
export function applyEdit(state: State, sent: Sent & { readonly target: Stored }): Reply | null {
  const refused = refusedMessage(state, sent);
  const { target, fields, incoming } = sent;
  if (!refused) edit(target, fields, filesAfter(state.world, fields, incoming.files, target.files));
  return refused;
}

export const isEphemeral = (fields: MessageFields): boolean =>
  (Number(fields.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

export const asFields = (body: unknown): MessageFields =>
  typeof body === 'object' && body !== null ? (body as MessageFields) : {};
