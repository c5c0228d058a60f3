import { plurals } from './plural.ts';
import type { ScheduleMessages } from './schedule-messages.ts';

const plural = plurals('uk');

/** Eleven begins with a vowel in words: "об одинадцятій". */
const preposition = ([first = '']: readonly string[]): string => (first.startsWith('11:') ? 'об' : 'о');

export const ukSchedule: ScheduleMessages = {
  at: (times, list) => `${preposition(times)} ${list}`,
  atMinutes: (minutes, hours) => `${hours === null ? 'щогодини' : `години: ${hours}`}, хвилини: ${minutes}`,
  daily: 'щодня',
  weekdays: 'з понеділка до п’ятниці',
  weekly: (day) => `щотижня, ${day},`,
  hours: (every, times) =>
    `${every === 1 ? 'щогодини' : `кожні ${every} ${plural(every, { few: 'години', many: 'годин', other: 'години' })}`}: ${times}`,
  dates: (days) => `числа місяця: ${days}`,
  weekdaysNamed: (days) => `дні тижня: ${days}`,
  either: (dates, weekdays) => `${dates} або ${weekdays}`,
  both: (dates, weekdays) => `${dates}, якщо це ${weekdays}`,
  months: (months) => `місяці: ${months}`,
  between: '; ',
  inZone: (words, zone) => `${words} (час ${zone})`,
  fault: {
    noZone: (zone, near) =>
      `Часового поясу «${zone}» немає. ${near.length > 0 ? `Схожі: ${near.join(', ')}.` : 'Часові пояси звуться, наприклад, Europe/London.'}`,
    noCron: ({ fields }) =>
      `Вираз cron має п’ять полів (хвилина, година, день, місяць, день тижня); тут їх ${fields}. Приклад: 30 8 * * 1-5.`,
    noCronField: (field, text) =>
      `«${text}» не підходить для поля cron «${field}». Підходять числа, назви, переліки (1,15), проміжки (1-5), кроки (*/2) і *.`,
    never: 'Під цей розклад не підпадає жоден день, тож він ніколи не спрацює.',
    tooOften: ({ minutes }, least) =>
      `Між запусками було б ${minutes} ${plural(minutes, { one: 'хвилина', few: 'хвилини', many: 'хвилин', other: 'хвилини' })}; має бути щонайменше ${least} хвилин.`,
  },
  input: {
    daily: ['щодня', 'щоденно', 'день'],
    weekdays: ['будні', 'буднях', 'щобудня', 'робочі дні', 'понеділка до п’ятниці', 'пн-пт'],
    hourly: ['щогодини', 'година', 'годину'],
    hours: ['г', 'год', 'година', 'годину', 'години', 'годин'],
    minutes: ['хв', 'хвилина', 'хвилину', 'хвилини', 'хвилин'],
    filler: ['кожен', 'кожна', 'кожну', 'кожні', 'кожного', 'о', 'об', 'у', 'в', 'по', 'з', 'щотижня'],
  },
  field: { minute: 'хвилина', hour: 'година', day: 'день', month: 'місяць', weekday: 'день тижня' },
};
