import { InteractionResponseType as Response } from 'discord-api-types/v10';
import { PATIENCE_MS } from '../patience.ts';
import type { Interaction } from './interactions.ts';
import { type MessageView, view } from './messages.ts';
import type { Until } from './waiting.ts';

/** An interaction that was sent to the bot, and what became of it. Times are ms since INTERACTION_CREATE was dispatched. */
export interface Call {
  readonly id: string;
  readonly token: string;
  /** When the callback was taken; null until then, and for ever when it came too late. */
  readonly acknowledgedAtMs: number | null;
  /** The type of the callback taken (4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal). */
  readonly acknowledgedWith: number | null;
  /** When the answer first had its content. */
  readonly finalAtMs: number | null;
  /** Resolves when the callback was taken; rejects after `withinMs` (`PATIENCE_MS` when not said). */
  readonly settled: (withinMs?: number) => Promise<void>;
  /**
   * The answer with content: the new message, or the changed one that the pressed button is on.
   * Rejects after `withinMs` (`PATIENCE_MS` when not said).
   */
  readonly final: (withinMs?: number) => Promise<MessageView>;
  /** Every message that came of it, oldest first; a changed one that was there before comes first. */
  readonly messages: () => readonly MessageView[];
  /** Of an autocomplete; rejects after `withinMs` (`PATIENCE_MS` when not said). */
  readonly choices: (
    withinMs?: number,
  ) => Promise<readonly { readonly name: string; readonly value: string | number }[]>;
  /** Of a callback of type 9: the modal as sent; null otherwise. */
  readonly modal: () => Readonly<Record<string, unknown>> | null;
  /** Ends the token's 15 minutes now. */
  readonly expireToken: () => void;
}

export function callOf(interaction: Interaction, until: Until): Call {
  const since = (at: number | null): number | null => (at === null ? null : at - interaction.sentAt);
  const name = `interaction ${interaction.id}`;
  const acknowledged = () => interaction.acknowledgedAt !== null;
  const data = (type: number) => (interaction.callback?.type === type ? (interaction.callback.data ?? null) : null);
  return {
    id: interaction.id,
    token: interaction.token,
    get acknowledgedAtMs() {
      return since(interaction.acknowledgedAt);
    },
    get acknowledgedWith() {
      return interaction.callback?.type ?? null;
    },
    get finalAtMs() {
      return since(interaction.finalAt);
    },
    settled: (withinMs = PATIENCE_MS) => until(acknowledged, withinMs, `the callback of ${name}`),
    final: async (withinMs = PATIENCE_MS) => {
      await until(() => interaction.finalAt !== null, withinMs, `the answer to ${name}`);
      const answer = answersOf(interaction).find(({ thinking }) => !thinking);
      if (!answer) throw new Error(`The ${name} was answered without a message.`);
      return answer;
    },
    messages: () => answersOf(interaction),
    choices: async (withinMs = PATIENCE_MS) => {
      await until(acknowledged, withinMs, `the choices of ${name}`);
      return (data(Response.ApplicationCommandAutocompleteResult)?.choices ?? []) as Awaited<
        ReturnType<Call['choices']>
      >;
    },
    modal: () => data(Response.Modal),
    expireToken: () => {
      interaction.expired = true;
    },
  };
}

function answersOf({ original, sent }: Interaction): readonly MessageView[] {
  const changed = original && !sent.includes(original) ? [original] : [];
  return [...changed, ...sent].map(view);
}
