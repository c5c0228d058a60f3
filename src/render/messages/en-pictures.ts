import type { PictureMessages } from './picture-messages.ts';

export const enPictures: PictureMessages = {
  action: {
    advance: 'offensive or advance',
    capture: 'capture',
    withdraw: 'withdrawal',
    deploy: 'deployment',
    reinforce: 'reinforcement',
    mass: 'massing of forces',
    hold: 'holding or defence',
    lose: 'loss',
  },
  leftOut: (reasons) => `Not in the picture: ${reasons.join('; ')}.`,
  reason: {
    nowhere: (n) => `${n} without a place that can be shown`,
    undated: (n) => `${n} without a day that can be shown`,
    notDone: (n) => `${n} not carried out, or not yet`,
    quoted: (n) => `${n} quoted only`,
  },
  map: 'Map',
};
