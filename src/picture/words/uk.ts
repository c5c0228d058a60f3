import { counted } from './counted.ts';
import type { PictureWords } from './words.ts';

const count = counted('uk');

const map: PictureWords['map'] = {
  kind: { move: 'рух військ', strike: 'удар', visit: 'візит', aid: 'допомога', impact: 'шкода людям' },
  confirmation: {
    confirmed: 'підтверджено',
    reported: 'повідомлено',
    claimed: 'заявляє одна сторона',
    denied: 'заперечено',
  },
  area: 'десь у цій місцевості',
  several: 'кількість подій',
  more: 'ще подій',
  nearby: 'місць в одній позначці',
  disputed: 'спірний кордон',
  nobody: 'сторону не названо',
  km: (n) => `${n} км`,
  credit: 'Карта: Natural Earth, GeoNames',
  none: 'Немає місць, які можна показати.',
};

const aid: PictureWords['aid'] = {
  status: {
    requested: 'запит',
    proposed: 'пропозиція',
    pledged: 'обіцяно',
    approved: 'схвалено',
    announced: 'оголошено',
    delivering: 'надходить',
    delivered: 'надано',
    refused: 'відмовлено',
    suspended: 'призупинено',
  },
  furtherDonors: (n) => `і ще ${count(n, { one: 'донор', few: 'донори', other: 'донорів' })}`,
  otherCurrencies: (codes) => `Також в інших валютах (не показано): ${codes}`,
  withoutSum: (n) => `Не показано ${count(n, { one: 'пакет', few: 'пакети', other: 'пакетів' })} без суми`,
  none: 'Немає сум, які можна показати.',
};

const counts: PictureWords['counts'] = {
  furtherGivers: (n) => `і ще ${count(n, { one: 'джерело', few: 'джерела', other: 'джерел' })}`,
  none: 'Немає чисел, які можна показати.',
};

const visits: PictureWords['visits'] = {
  status: { planned: 'заплановано', under_way: 'триває', done: 'відбувся', cancelled: 'скасовано' },
  about: 'дата неточна',
  today: 'сьогодні',
  furtherVisitors: (n) => `і ще ${count(n, { one: 'особа', few: 'особи', other: 'осіб' })}`,
  none: 'Немає візитів, які можна показати.',
};

const alt: PictureWords['alt'] = {
  map: (title) => `Карта: ${title}.`,
  aid: (title) => `Стовпчикова діаграма: ${title}.`,
  counts: (title, unit) => `Діаграма: ${title}${unit === '' ? '' : ` (${unit})`}.`,
  visits: (title) => `Часова шкала: ${title}.`,
  events: (n, places) =>
    `${count(n, { one: 'подія', few: 'події', other: 'подій' })}, ${count(places, { one: 'місце', few: 'місця', other: 'місць' })}:`,
  furtherPlaces: (n) => `і ще ${count(n, { one: 'місце', few: 'місця', other: 'місць' })}`,
  furtherFigures: (n) => `і ще ${count(n, { one: 'число', few: 'числа', other: 'чисел' })}`,
  furtherVisits: (n) => `і ще ${count(n, { one: 'візит', few: 'візити', other: 'візитів' })}`,
  around: (date) => `приблизно ${date}`,
};

export const uk: PictureWords = {
  map,
  aid,
  counts,
  visits,
  alt,
};
