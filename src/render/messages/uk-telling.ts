import type { Messages } from './messages.ts';

/** Words of answers that tell in an order or a shape of their own. */
export const ukTelling: Pick<Messages, 'timeline' | 'dispute'> = {
  timeline: {
    newestFirst: 'Спочатку найновіше.',
    oldestFirst: 'Спочатку найдавніше.',
    days: 'За днем, коли це сталося; «стаття від цього дня» – за днем статті, яка іншого не називає.',
    undated: 'Без дати',
    showNewestFirst: 'Спочатку найновіше',
    showOldestFirst: 'Спочатку найдавніше',
  },
  dispute: {
    over: {
      amount: 'Дані різняться: сума',
      count: 'Дані різняться: скільки',
      denial: 'Дані різняться: чи це так',
      date: 'Дані різняться: коли',
      actor: 'Дані різняться: хто це зробив',
      place: 'Дані різняться: де',
    },
    looked: (events, several, isAll) =>
      `${isAll ? 'Переглянуто всі події' : 'Переглянуто лише події, про які повідомляють найбільше'}: ${events}; з них більш ніж в одній статті: ${several}. Числа, що збігаються після округлення, і дані, які саме джерело згодом уточнило, розбіжностями не вважаються.`,
    none: 'Розбіжностей не знайдено: ніде дві статті не розходяться щодо суми, числа, дня, місця, того, хто це зробив, чи того, чи це так.',
    agreed: (slots) => `Розбіжностей немає щодо такого: ${slots}`,
    slot: {
      happened: 'що це сталося',
      who: 'хто',
      recipient: 'кому',
      whom: 'з ким',
      place: 'де',
      date: 'коли',
      amount: 'сума',
      count: 'скільки',
    },
    isSo: 'Це так',
    isNotSo: 'Це не так',
  },
};
