import { plurals } from './plural.ts';
import type { TrustMessages } from './trust-messages.ts';

const plural = plurals('uk');

export const ukTrust: TrustMessages = {
  kind: { state: 'державне', public: 'суспільне', government: 'урядове', military: 'військове', party: 'партійне' },
  tier: { trusted: 'довірене', doubtful: 'сумнівне' },
  only: {
    state: 'лише державні джерела',
    party: 'лише державні або партійні джерела',
    doubtful: 'лише сумнівні джерела',
    either: 'лише державні або сумнівні джерела',
  },
  limits: { all: 'Усі джерела', 'not-doubtful': 'Без сумнівних', trusted: 'Лише довірені' },
  limited: {
    'not-doubtful': 'Джерела, у яких модератори сумніваються, тут не враховано.',
    trusted: 'Тут враховано лише джерела, яким довіряють модератори.',
  },
  leftOut: (articles, outlets) =>
    `Не враховано, незалежно від дати: ${articles} ${plural(articles, { one: 'статтю', few: 'статті', many: 'статей', other: 'статті' })} (видань: ${outlets}).`,
  nothingLeftOut: 'Усе, що є, враховано.',
  uncovered: (subject) => `Серед врахованих джерел про це немає жодного. Запит: ${subject}.`,
};
