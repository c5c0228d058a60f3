import { DiscordAPIError, HTTPError, REST } from 'discord.js';
import {
  type APIInteractionResponse,
  type RESTPatchAPIWebhookWithTokenMessageJSONBody as Edit,
  type RESTPostAPIWebhookWithTokenJSONBody as FollowUp,
  InteractionResponseType,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { AnswerFailed } from './answer-failed.ts';
import type { MessageFile } from './edge.ts';
import { uploadOf } from './payload.ts';
import { persist } from './persist.ts';

/** How one interaction is answered; each is repeated while that can help, shows nothing twice, and fails with `AnswerFailed`. */
export interface InteractionApi {
  /**
   * The first answer. Resolves also when an earlier attempt had arrived and only its confirmation was lost.
   * @returns the id of the message that it is, or will be; null where nobody said
   */
  readonly respond: (response: APIInteractionResponse) => Promise<string | null>;
  /** Choices for what is being typed; resolves also when they came too late, as they do for whoever types on. */
  readonly offer: (choices: readonly { readonly name: string; readonly value: string }[]) => Promise<void>;
  /** @returns the id of the message; null where it is gone */
  readonly edit: (message: Edit, file?: MessageFile) => Promise<string | null>;
  /** @returns the id of the message */
  readonly followUp: (message: FollowUp, file?: MessageFile) => Promise<string | null>;
  /** The id of the message that the first answer is; null where Discord does not say. Never rejects. */
  readonly original: () => Promise<string | null>;
  readonly withdraw: () => Promise<void>;
}

/** What Discord takes an answer by. */
export interface InteractionName {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding: three seconds, less what the way takes. */
const RESPOND_BY_MS = 2_800;
/** Short enough that an unanswered first attempt leaves time for another. */
const RESPOND_TIMEOUT_MS = 1_000;
/** The token is good for 15 minutes; nobody looks at an answer that long. */
const EDIT_FOR_MS = 5 * 60_000;
const EDIT_TIMEOUT_MS = 10_000;

/**
 * A client of its own for answers. They carry no bot token, so that no 401 can take it from the bot, and they do not count
 * towards the bot's 50 requests a second: https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
 * Repeats are ours: discord.js spends its own within milliseconds.
 */
export function createAnswerRest(apiUrl: string | undefined): REST {
  return new REST({
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    ...(apiUrl !== undefined && { api: apiUrl }),
  });
}

/** Call it when the interaction arrives: the time to answer counts from there. */
export function interactionApi(
  rest: REST,
  { id, token, applicationId }: InteractionName,
  signal: AbortSignal,
): InteractionApi {
  const startedAt = performance.now();
  const original = Routes.webhookMessage(applicationId, token, '@original');
  const edits = { forMs: EDIT_FOR_MS, firstPauseMs: 250, longestPauseMs: 15_000, signal };
  const respond = async (body: APIInteractionResponse): Promise<string | null> => {
    const post = () =>
      rest.post(Routes.interactionCallback(id, token), { body, query: WITH_RESPONSE, ...within(RESPOND_TIMEOUT_MS) });
    const forMs = RESPOND_BY_MS - (performance.now() - startedAt);
    const how = { forMs, firstPauseMs: 100, longestPauseMs: 400, passing, signal };
    const answer = await persist(post, how).catch(unless(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged));
    return Responded.safeParse(answer).data?.interaction.response_message_id ?? null;
  };
  return {
    respond,
    offer: (choices) => {
      const data = { choices: [...choices] };
      const offered = respond({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data });
      return offered.then(() => undefined, unless(RESTJSONErrorCodes.UnknownInteraction));
    },
    edit: async (body, file) => {
      const patch = () => rest.patch(original, { body, ...uploadOf(file), ...within(EDIT_TIMEOUT_MS) });
      // Whoever dismissed the message meanwhile wants no answer any more.
      return idOf(await persist(patch, { ...edits, passing }).catch(unless(RESTJSONErrorCodes.UnknownMessage)));
    },
    followUp: async (body, file) => {
      const sent = { body, ...uploadOf(file) };
      const post = () => rest.post(Routes.webhook(applicationId, token), { ...sent, ...within(EDIT_TIMEOUT_MS) });
      return idOf(await persist(post, { ...edits, passing: notDone }).catch(unless()));
    },
    original: () => rest.get(original, within(EDIT_TIMEOUT_MS)).then(idOf, () => null),
    withdraw: async () => {
      const remove = () => rest.delete(original, within(EDIT_TIMEOUT_MS));
      await persist(remove, { ...edits, passing }).catch(unless(RESTJSONErrorCodes.UnknownMessage));
    },
  };
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response */
const WITH_RESPONSE = new URLSearchParams({ with_response: 'true' });
const Responded = z.object({ interaction: z.object({ response_message_id: z.string().optional() }) });
const Message = z.object({ id: z.string() });

const idOf = (message: unknown): string | null => Message.safeParse(message).data?.id ?? null;

const within = (ms: number) => ({ auth: false, signal: AbortSignal.timeout(ms) });

/** Everything but a refusal: 5xx, lost and closed connections, time-outs. Only for what may be done twice. */
const passing = (error: unknown): boolean => !(error instanceof DiscordAPIError);

/** For what must not be done twice: Discord said that it failed. After a lost answer nobody knows. */
const notDone = (error: unknown): boolean => error instanceof HTTPError;

/** Takes one refusal for success. */
function unless(code?: RESTJSONErrorCodes) {
  return (error: unknown): void => {
    const failure = error instanceof AnswerFailed ? error : answerFailed(error);
    if (code === undefined || failure.code !== code) throw failure;
  };
}

/** discord.js puts the request into its errors, and with it the interaction's token and all that was said: neither is for a log. */
function answerFailed(error: unknown): AnswerFailed {
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;
  return new AnswerFailed(message, status, error instanceof DiscordAPIError ? error.code : null);
}
