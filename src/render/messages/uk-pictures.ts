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
  harm: {
    displaced: 'вимушено переміщені',
    killed: 'загиблі',
    injured: 'поранені',
    casualties: 'загиблі чи поранені',
    damage: 'пошкоджено',
  },
  leftOut: (reasons) => `Не показано на зображенні: ${reasons.join('; ')}.`,
  reason: {
    nowhere: (n) => `без місця, яке можна показати, – ${n}`,
    undated: (n) => `без дня, який можна показати, – ${n}`,
    notDone: (n) => `не здійснено або ще не здійснено – ${n}`,
    uncounted: (n) => `без числа – ${n}`,
    otherCount: (n) => `з числом чогось іншого – ${n}`,
    revised: (n) => `уточнено згодом тим самим джерелом – ${n}`,
    doubted: (n) => `заперечено або під сумнівом – ${n}`,
    quoted: (n) => `лише дослівно – ${n}`,
  },
  map: 'Карта',
  chart: 'Графік',
};
