import type { Language } from '../domain/language.ts';
import type { Modal } from '../domain/modal.ts';
import { SOURCE_NAME_CHARS, type Source } from '../domain/source.ts';
import { messagesIn } from './messages/in-language.ts';
import { sourceAction } from './source-action.ts';

/** As much as a field of a form takes. */
const TEXT_CHARS = 4_000;
const TITLE_CHARS = 300;
const DAY_CHARS = 30;
/** Of a language or a degree of trust. */
const WORD_CHARS = 40;

/** The action of a form that was filled with a text. */
export const PASTE_ACTION = 'paste';

/** Asks for a text that has no address. */
export function pasteForm(language: Language): Modal {
  const words = messagesIn(language).source.form;
  const short = { style: 'short', required: false } as const;
  return {
    action: `source:${PASTE_ACTION}`,
    title: words.paste,
    fields: [
      {
        ...{ name: 'text', label: words.text, hint: words.textHint },
        ...{ style: 'paragraph', required: true, maxLength: TEXT_CHARS },
      },
      {
        ...{ name: 'publisher', label: words.publisher, hint: words.publisherHint },
        ...{ ...short, required: true, maxLength: SOURCE_NAME_CHARS },
      },
      {
        ...short,
        name: 'date',
        label: words.day,
        hint: words.dayHint,
        maxLength: DAY_CHARS,
        placeholder: '2024-05-15',
      },
      { ...short, name: 'title', label: words.title, maxLength: TITLE_CHARS },
    ],
  };
}

/** Asks what is to change of a source, filled with what it is. */
export function editForm({ id, name, publisher, language: written, tier }: Source, language: Language): Modal {
  const { form: words, fact } = messagesIn(language).source;
  const short = { style: 'short', maxLength: SOURCE_NAME_CHARS } as const;
  return {
    action: sourceAction({ kind: 'edit', source: id }),
    title: words.edit,
    fields: [
      { ...short, name: 'name', label: words.name, required: true, value: name },
      {
        ...short,
        name: 'publisher',
        label: words.publisher,
        hint: words.publisherHint,
        required: true,
        value: publisher,
      },
      {
        ...{ ...short, name: 'language', label: words.language, hint: words.languageHint },
        ...{ required: false, maxLength: WORD_CHARS, ...(written !== null && { value: written }) },
      },
      {
        ...{ ...short, name: 'tier', label: words.tier, hint: words.tierHint(Object.values(fact.tiers).join(', ')) },
        ...{ required: false, maxLength: WORD_CHARS, value: fact.tiers[tier] },
      },
    ],
  };
}
