import type { NewsMessages } from './news-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('uk');
const articles = (n: number): string =>
  `${n} ${plural(n, { one: 'стаття', few: 'статті', many: 'статей', other: 'статті' })}`;

export const ukNews: NewsMessages = {
  first:
    'Ви запитуєте про це вперше, тож тут те, про що повідомляють найбільше. Відтепер ви бачитимете нове після цієї відповіді.',
  since: (instant, what) => `Після вашого попереднього запиту (${instant}): ${what}.`,
  digest: {
    first:
      'Це перший дайджест тут, тож у ньому те, про що повідомляють найбільше. У наступних буде нове після попереднього.',
    since: (instant, what) => `Від останнього дайджесту (${instant}): ${what}.`,
    nothing: (instant) => `Від останнього дайджесту (${instant}) нічого нового.`,
  },
  arrived: (n) => `надійшло: ${articles(n)}`,
  replaced: (n) => `змінено: ${articles(n)}`,
  gone: (n) => `вилучено: ${articles(n)}`,
  nothing: (instant) => `Після вашого попереднього запиту (${instant}) нічого нового немає.`,
  nothingOnThis: (what) => `За цей час: ${what}; про це там нічого немає.`,
  best: (lines, events) => `Подій, у яких є щось нове: ${events}; тут найважливіші з них: ${lines}.`,
  parts: { new: 'Нове', changed: 'Змінилося', told: 'Повідомляють і інші статті' },
  stage: (from, to) => `тепер: ${to}; раніше: ${from}`,
  revised: (from) => `саме джерело уточнило; раніше: ${from}`,
  disputed: (over) => `тепер дані різняться: ${over}`,
  settled: (over) => `дані вже не різняться: ${over}`,
  over: {
    amount: 'сума',
    count: 'кількість',
    denial: 'чи це так',
    date: 'день',
    actor: 'хто це зробив',
    place: 'місце',
  },
  plain: {
    confirmed: 'тепер підтверджено',
    denied: 'тепер інші це заперечують',
    corrected: 'статтю про це відтоді змінено',
    told: 'про це повідомлено знову, без інших змін',
  },
};
