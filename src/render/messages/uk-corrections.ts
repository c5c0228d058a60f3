import type { CorrectionMessages } from './correction-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('uk');

export const ukCorrections: CorrectionMessages = {
  mark: {
    wrong: (day) => `Виправлено ${day}`,
    withdrawn: (day) => `Відкликано ${day}`,
    superseded: (day) => `Оновлено ${day}`,
  },
  how: {
    gone: 'статті більше немає серед джерел',
    changed: 'статтю змінено, і цього в ній більше немає',
    reread: 'статтю тепер прочитано інакше',
  },
  now: (figure, publisher) => `тепер ${figure} (${publisher})`,
  since: (n) =>
    `Після того як це було написано, ${n} ${plural(n, { one: 'повідомлення не підтвердилося й закреслене', few: 'повідомлення не підтвердилися й закреслені', many: 'повідомлень не підтвердилися й закреслені', other: 'повідомлення не підтвердилися й закреслені' })}. Кількості й суми — якими були.`,
};
