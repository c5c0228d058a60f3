import type { ProseMessages } from './prose-messages.ts';

export const enProse: ProseMessages = {
  by: (model) =>
    `Worded by ${model}; checked against sources, sentence by sentence. Lines that it did not word well stand as they are`,
  coming: 'Prose is being prepared and will take the place of these lines if it passes the check.',
  none: {
    down: 'In plain lines: the language model did not answer in time.',
    'over-budget': 'In plain lines: the language model’s budget for today is used up.',
    unfit: 'In plain lines: the language model’s prose did not pass the check against sources.',
    nothing: 'In plain lines: nothing here can be put into other words with certainty.',
  },
  plain: 'Line by line',
  style: 'Style',
  styles: { lines: 'Lines', prose: 'Prose' },
};
