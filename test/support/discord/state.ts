import type { Attached } from './attachments.ts';
import type { Upload } from './check/attachments.ts';
import type { CommandRequest } from './check/commands.ts';
import type { Interaction } from './interactions.ts';
import type { MessageFields, Origin, Stored } from './messages.ts';
import type { RateLimits } from './rate-limits.ts';
import type { World } from './world.ts';

/** One REST call as it came in, in order of arrival. */
export interface RestCall {
  readonly method: string;
  /** As `routes.ts` spells it, or the path itself where no route fits. */
  readonly route: string;
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly Upload[];
  /** Unix ms. */
  readonly atMs: number;
  /** null while unanswered, and when the answer was withheld or lost. */
  status: number | null;
}

/** Something the bot sent that Discord would refuse, or that the house forbids. */
export interface Violation {
  readonly where: string;
  readonly what: string;
}

export type RegisteredCommand = CommandRequest & { readonly id: string; readonly version: string };

/** All that the REST side and the driver share. */
export interface State {
  readonly world: World;
  readonly token: string;
  readonly acknowledgeWithinMs: number;
  readonly closedMentions: boolean;
  readonly messages: Map<string, Stored>;
  /** By interaction token. */
  readonly interactions: Map<string, Interaction>;
  /** By guild id; '' are the global ones. */
  readonly commands: Map<string, readonly RegisteredCommand[]>;
  /** Files that people attached to commands, by id. */
  readonly uploads: Map<string, { readonly filename: string; readonly bytes: Uint8Array; readonly size?: number }>;
  readonly limits: RateLimits;
  /** For how long the nonces of messages are known, in ms. */
  readonly nonceForMs: number;
  readonly violations: Violation[];
  readonly raw: RestCall[];
  readonly gatewayUrl: () => string;
  /** Where the files are that people attached. */
  readonly filesUrl: () => string;
  /** Tells all who wait that something happened. */
  readonly changed: () => void;
}

export interface NewMessage {
  /** A new one where it is not said. */
  readonly id?: string;
  readonly channelId: string;
  readonly origin: Origin | null;
  readonly ephemeral: boolean;
  readonly thinking: boolean;
  readonly fields: MessageFields;
  readonly files: readonly Attached[];
}

export function addMessage({ world, messages }: State, message: NewMessage): Stored {
  const { fields, ...rest } = message;
  const versions = [{ atMs: Date.now(), fields }];
  const stored: Stored = { id: world.nextId(), ...rest, deleted: false, crossposted: false, versions };
  messages.set(stored.id, stored);
  return stored;
}
