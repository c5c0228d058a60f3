/** A field of a form. Lengths are in UTF-16 units; longer labels, hints, placeholders and values are cut by whoever shows them. */
export interface ModalField {
  /** Names its value when the form is submitted; unique in the form. */
  readonly name: string;
  /** At most 45 characters. */
  readonly label: string;
  /** Below the label, at most 100 characters. */
  readonly hint?: string;
  readonly style: 'short' | 'paragraph';
  readonly required: boolean;
  /** 1 to 4,000. */
  readonly maxLength: number;
  /** What stands in it while it is empty, at most 100 characters. */
  readonly placeholder?: string;
  /** What it is filled with from the start. */
  readonly value?: string;
}

/** A form that a call is answered with. What is filled in comes back with the action: `command:rest`, at most 90 characters. */
export interface Modal {
  readonly action: string;
  /** At most 45 characters. */
  readonly title: string;
  /** One to five. */
  readonly fields: readonly ModalField[];
}
