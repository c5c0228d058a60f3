import type { LedgerMessages } from './ledger-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('uk');
const sums = (n: number): string => `${n} ${plural(n, { one: 'сума', few: 'суми', many: 'сум', other: 'суми' })}`;

export const ukLedger: LedgerMessages = {
  noDonor: 'Донора не названо',
  quoted: 'Словами самих статей',
  recipient: (name) => `отримувач: ${name}`,
  kind: {
    military: 'військова допомога',
    financial: 'фінансова допомога',
    humanitarian: 'гуманітарна допомога',
    training: 'навчання',
    permission: 'дозвіл на застосування зброї',
    political: 'політична підтримка',
  },
  contested: (range, isAfterSum) =>
    isAfterSum ? `не додано, бо дані різняться: ${range}` : `дані різняться, ${range}`,
  notAdded: 'Не додано:',
  why: {
    part: (n) => `${sums(n)} у складі більшої`,
    perhaps_part: (n) => `${sums(n)}, можливо, у складі іншої або та сама`,
    doubted: (n) => `${sums(n)} зі сумнівних повідомлень`,
    unproven: (n) => `${sums(n)} лише зі слів однієї сторони або з тих, які заперечують`,
    unreal: (n) => `${sums(n)} лише заплановано або можливо`,
    open: (n) => `${sums(n)}, де відомо лише верхню межу`,
  },
  all: { kind: 'Усі види', status: 'Усі стани' },
  chart: 'Діаграма',
};
