import type { OptionSpec } from '../src/command.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';

const [en, uk] = [messagesIn('en').prose, messagesIn('uk').prose];

/** How an answer is told. */
export const STYLES = ['lines', 'prose'] as const;

/** Lines or prose: where there is a language model alone. */
export const STYLE_OPTION: OptionSpec = {
  type: 'string',
  name: 'style',
  nameUk: 'виклад',
  description: {
    en: 'Line by line, or worded by the language model and checked against sources',
    uk: 'Рядками або текстом мовної моделі, звіреним із джерелами',
  },
  choices: STYLES.map((value) => ({ name: { en: en.styles[value], uk: uk.styles[value] }, value })),
  needs: 'model',
};
