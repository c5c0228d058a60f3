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
/** Of a form that a button opened: the message with the button can be changed as well. */
const ON_MESSAGE: readonly number[] = [Response.DeferredMessageUpdate, Response.UpdateMessage];

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
const row = z.object({
  type: z.literal(1),
  components: z.tuple([textInput.extend({ label: z.string().min(1).max(limit.TEXT_INPUT_LABEL_CHARS) })]),
});
const label = z.object({
  type: z.literal(18),
  label: z.string().min(1).max(limit.TEXT_INPUT_LABEL_CHARS),
  description: z.string().max(limit.LABEL_DESCRIPTION_CHARS).nullish(),
  component: textInput.extend({ label: z.null().optional() }),
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

/** What Discord and its clients hold to, and no schema says. Expects what fits `Modal`. */
function fieldFaults(data: unknown): readonly Fault[] {
  const fields = textInputsOf(data);
  const seen = new Set<string>();
  return fields.flatMap(({ custom_id, value, min_length, max_length }, at) => {
    const path = ['components', at];
    const again = seen.has(custom_id);
    seen.add(custom_id);
    const isLong = (value ?? '').length > (max_length ?? limit.TEXT_INPUT_CHARS);
    const isUpsideDown = (min_length ?? 0) > (max_length ?? limit.TEXT_INPUT_CHARS);
    return [
      ...(again
        ? [fault([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')]
        : []),
      ...(isLong ? [fault([...path, 'value'], 'BASE_TYPE_MAX_LENGTH', 'The value is longer than its field.')] : []),
      ...(isUpsideDown
        ? [fault([...path, 'min_length'], 'MIN_GREATER_THAN_MAX', 'min_length is over max_length.')]
        : []),
    ];
  });
}

/** The fields of a modal that was taken, in order. */
export function textInputsOf(data: unknown): readonly z.infer<typeof textInput>[] {
  return Modal.parse(data).components.flatMap((part): readonly z.infer<typeof textInput>[] => {
    if (part.type === 10) return [];
    return part.type === 1 ? part.components : [part.component];
  });
}

/**
 * Why Discord would refuse this callback; a message's own faults are not among them.
 * @param onMessage whether the interaction came from a message's button, be it through a form
 */
export function callbackFaults(body: unknown, interactionType: number, onMessage = false): readonly Fault[] {
  const shape = shapeFaults(CallbackRequest, body);
  if (shape.length > 0) return shape;
  const { type, data } = body as CallbackRequest;
  const isOpen = interactionType === InteractionType.ModalSubmit && onMessage && ON_MESSAGE.includes(type);
  if (!isOpen && !ANSWERS[interactionType]?.includes(type)) {
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
  const shaped = schema ? shapeFaults(schema, data) : [];
  const faults = shaped.length === 0 && schema === Modal ? fieldFaults(data) : shaped;
  return faults.map((each) => ({ ...each, path: ['data', ...each.path] }));
}
