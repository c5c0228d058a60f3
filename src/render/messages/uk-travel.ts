import type { TravelMessages } from './travel-messages.ts';

/** The number stands last, so that no word has to agree with it. */
export const ukTravel: TravelMessages = {
  shown: (n, isUndone) => `повідомлень, ${isUndone ? 'де позначку знято' : 'де це позначено'}: ${n}`,
  elsewhere: (n) => `повідомлень, де це стоїть за кнопками: ${n}`,
  waiting: (n) => `повідомлень, які ще буде змінено: ${n}`,
  unreachable: (n, why) => `повідомлень, до яких не дістатися (${why}): ${n}`,
  why: {
    gone: 'видалено',
    'no-channel': 'каналу немає',
    'no-permission': 'Sitrep не бачить каналу або не може там нічого змінювати',
    'not-in-server': 'Sitrep немає на сервері',
    'not-accepted': 'Discord не прийняв зміни',
    'too-old': 'старші за 30 днів, або після них їх було забагато',
  },
  next: 'Повідомлення, де це стояло, буде змінено за лічені хвилини, якщо до них можна дістатися; скільки їх, каже /corrections.',
};
