import type { Upload } from './check/attachments.ts';
import { type Fault, invalidForm, told } from './check/fault.ts';
import type { State } from './state.ts';

/** An answer of the REST side; without a body it is empty. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that was routed: what its handler needs of it. */
export interface Incoming {
  readonly method: string;
  readonly route: string;
  /** What stands at the route's `:name` places. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly Upload[];
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const noContent: Reply = { status: 204 };

const refusal = (status: number, code: number, message: string): Reply => ({ status, body: { message, code } });

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
export const unauthorized = refusal(401, 0, '401: Unauthorized');
export const notFound = refusal(404, 0, '404: Not Found');
export const unknownChannel = refusal(404, 10_003, 'Unknown Channel');
export const unknownGuild = refusal(404, 10_004, 'Unknown Guild');
export const unknownMember = refusal(404, 10_007, 'Unknown Member');
export const unknownMessage = refusal(404, 10_008, 'Unknown Message');
export const unknownUser = refusal(404, 10_013, 'Unknown User');
export const unknownWebhook = refusal(404, 10_015, 'Unknown Webhook');
export const unknownInteraction = refusal(404, 10_062, 'Unknown interaction');
export const unknownCommand = refusal(404, 10_063, 'Unknown application command');
export const requestTooLarge = refusal(413, 40_005, 'Request entity too large');
export const alreadyCrossposted = refusal(400, 40_033, 'This message has already been crossposted.');
export const alreadyAcknowledged = refusal(400, 40_060, 'Interaction has already been acknowledged.');
export const emptyMessage = refusal(400, 50_006, 'Cannot send an empty message');
export const missingAccess = refusal(403, 50_001, 'Missing Access');
export const missingPermissions = refusal(403, 50_013, 'Missing Permissions');
export const wrongChannelType = refusal(400, 50_024, 'Cannot execute action on this channel type');
export const archivedThread = refusal(400, 50_083, 'Thread is archived');
export const tagRequired = refusal(400, 40_067, 'A tag is required to create a forum post in this channel');
export const threadExists = refusal(400, 160_004, 'A thread has already been created for this message');
export const invalidWebhookToken = refusal(401, 50_027, 'Invalid Webhook Token');
export const serverError: Reply = { status: 500, body: { message: '500: Internal Server Error', code: 0 } };

/** https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
export function rateLimited(retryAfterMs: number, global: boolean): Reply {
  const seconds = retryAfterMs / 1_000;
  return {
    status: 429,
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : { 'x-ratelimit-reset-after': String(seconds), 'x-ratelimit-remaining': '0', 'x-ratelimit-limit': '5' }),
    },
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
  };
}

/** Puts down what is wrong with a request; it may be answered all the same. */
export function report(state: State, { method, route }: Incoming, what: readonly string[]): void {
  state.violations.push(...what.map((each) => ({ where: `${method} ${route}`, what: each })));
}

/** Puts down the faults and refuses the request as Discord does. */
export function refuseForm(state: State, incoming: Incoming, faults: readonly Fault[]): Reply {
  report(state, incoming, faults.map(told));
  return { status: 400, body: invalidForm(faults) };
}
