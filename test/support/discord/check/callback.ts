import { InteractionType, InteractionResponseType as Response } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Fault, fault, shapeFaults } from './fault.ts';
import * as limit from './limits.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  [InteractionType.ApplicationCommand]: [
    Response.ChannelMessageWithSource,
    Response.DeferredChannelMessageWithSource,
    Response.Modal,
  ],
  [InteractionType.MessageComponent]: [
    Response.ChannelMessageWithSource,
    Response.DeferredChannelMessageWithSource,
    Response.DeferredMessageUpdate,
    Response.UpdateMessage,
    Response.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [Response.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource],
};

export const CallbackRequest = z.object({ type: z.int(), data: z.looseObject({}).nullish() });
export type CallbackRequest = z.infer<typeof CallbackRequest>;

const choice = z.object({
  name: z.string().min(1).max(limit.CHOICE_NAME_CHARS),
  name_localizations: z.record(z.string(), z.string().max(limit.CHOICE_NAME_CHARS)).nullish(),
  value: z.union([z.string().max(limit.CHOICE_VALUE_CHARS), z.number()]),
});
const Choices = z.object({ choices: z.array(choice).max(limit.CHOICES) });

const textInput = z.object({
  type: z.literal(4),
  custom_id: z.string().min(1).max(limit.CUSTOM_ID_CHARS),
  style: z.union([z.literal(1), z.literal(2)]),
  label: z.string().max(limit.TEXT_INPUT_LABEL_CHARS).nullish(),
  min_length: z.int().min(0).max(limit.TEXT_INPUT_CHARS).nullish(),
  max_length: z.int().min(1).max(limit.TEXT_INPUT_CHARS).nullish(),
  required: z.boolean().nullish(),
  value: z.string().max(limit.TEXT_INPUT_CHARS).nullish(),
  placeholder: z.string().max(limit.TEXT_INPUT_PLACEHOLDER_CHARS).nullish(),
});
const row = z.object({ type: z.literal(1), components: z.tuple([textInput]) });
const label = z.object({
  type: z.literal(18),
  label: z.string().min(1).max(limit.TEXT_INPUT_LABEL_CHARS),
  description: z.string().max(limit.LABEL_DESCRIPTION_CHARS).nullish(),
  component: textInput,
});
const modalText = z.object({ type: z.literal(10), content: z.string().min(1).max(limit.TEXT_TOTAL_CHARS) });
/** Modals of text inputs; selects in modals are not taken. */
const Modal = z.object({
  custom_id: z.string().min(1).max(limit.CUSTOM_ID_CHARS),
  title: z.string().min(1).max(limit.MODAL_TITLE_CHARS),
  components: z
    .array(z.discriminatedUnion('type', [row, label, modalText]))
    .min(1)
    .max(limit.MODAL_COMPONENTS),
});

/** Why Discord would refuse this callback; a message's own faults are not among them. */
export function callbackFaults(body: unknown, interactionType: number): readonly Fault[] {
  const shape = shapeFaults(CallbackRequest, body);
  if (shape.length > 0) return shape;
  const { type, data } = body as CallbackRequest;
  if (!ANSWERS[interactionType]?.includes(type)) {
    return [
      fault(
        ['type'],
        'INTERACTION_RESPONSE_TYPE',
        `An interaction of type ${interactionType} is not answered with type ${type}.`,
      ),
    ];
  }
  const schema =
    type === Response.Modal ? Modal : type === Response.ApplicationCommandAutocompleteResult ? Choices : null;
  return schema ? shapeFaults(schema, data).map((each) => ({ ...each, path: ['data', ...each.path] })) : [];
}
