import { type APILabelComponent, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Modal, ModalField } from '../domain/modal.ts';
import type { ModalBody } from './edge.ts';
import {
  CUSTOM_ID_CHARS,
  FIELD_CHARS,
  FIELD_PLACEHOLDER_CHARS,
  LABEL_CHARS,
  LABEL_DESCRIPTION_CHARS,
  MODAL_FIELDS,
  MODAL_TITLE_CHARS,
} from './limits.ts';
import { visibleCut } from './visible.ts';

/** Discord refuses a form without a title or a label. */
const NOTHING = '—';

/**
 * A form as Discord takes it: https://discord.com/developers/docs/components/reference#label. Nothing in it is markup.
 * @throws RangeError for an action that is too long, or no or too many fields: those are our own mistakes
 */
export function toModal({ action, title, fields }: Modal): ModalBody {
  if (!action || action.length > CUSTOM_ID_CHARS) throw new RangeError(`an action of ${action.length} characters`);
  if (fields.length === 0 || fields.length > MODAL_FIELDS) throw new RangeError(`a form of ${fields.length} fields`);
  return {
    custom_id: action,
    title: visibleCut(title, MODAL_TITLE_CHARS) || NOTHING,
    components: fields.map(labelOf),
  };
}

function labelOf(field: ModalField): APILabelComponent {
  const { name, label, hint, style, required, placeholder, value } = field;
  const maxLength = Math.min(field.maxLength, FIELD_CHARS);
  return {
    type: ComponentType.Label,
    label: visibleCut(label, LABEL_CHARS) || NOTHING,
    ...(hint && { description: visibleCut(hint, LABEL_DESCRIPTION_CHARS) }),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: style === 'short' ? TextInputStyle.Short : TextInputStyle.Paragraph,
      required,
      max_length: maxLength,
      ...(placeholder && { placeholder: visibleCut(placeholder, FIELD_PLACEHOLDER_CHARS) }),
      ...(value && { value: cutValue(value, maxLength) }),
    },
  };
}

/** What somebody will edit stays as it is; half a character at the cut goes. */
const cutValue = (value: string, chars: number): string =>
  value
    .slice(0, chars)
    .replace(/[\uD800-\uDBFF]$/, '')
    .toWellFormed();
