import type { PictureMessages } from './picture-messages.ts';

export const ukPictures: PictureMessages = {
  action: {
    advance: 'наступ або просування',
    capture: 'захоплення',
    withdraw: 'відхід або виведення',
    deploy: 'розгортання',
    reinforce: 'підкріплення',
    mass: 'зосередження сил',
    hold: 'утримання або оборона',
    lose: 'втрата',
  },
  leftOut: (reasons) => `Не показано на зображенні: ${reasons.join('; ')}.`,
  reason: {
    nowhere: (n) => `без місця, яке можна показати, – ${n}`,
    undated: (n) => `без дня, який можна показати, – ${n}`,
    notDone: (n) => `не здійснено або ще не здійснено – ${n}`,
    quoted: (n) => `лише дослівно – ${n}`,
  },
  map: 'Карта',
};
