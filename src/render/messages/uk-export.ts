import type { ExportMessages } from './export-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('uk');
const records = (n: number): string =>
  `${n} ${plural(n, { one: 'запис', few: 'записи', many: 'записів', other: 'записи' })}`;

export const ukExport: ExportMessages = {
  records: (n) => `${records(n)}, по одному на кожне повідомлення статті.`,
  leftOut: (n) => `Не вмістилося: ${records(n)}. Оберіть коротший період або одну тему.`,
  best: (events) =>
    `Тут найкращі ${events} ${plural(events, { one: 'подія', few: 'події', many: 'подій', other: 'події' })}, але є й інші: оберіть коротший період або одну тему.`,
  event: (id) => `Подія ${id}`,
  noForm: 'Ці параметри не поєднуються: експортувати можна допомогу, рух військ і удари або візити.',
  nothingAsked: 'Вкажіть, що експортувати: запит, фільтри або код відповіді.',
  both: 'Вкажіть або код відповіді, або запит, але не те й інше.',
};
