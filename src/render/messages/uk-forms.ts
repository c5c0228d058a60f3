import type { Messages } from './messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('uk');

/** Words of the forms that an answer can have, and of what narrows it. */
export const ukForms: Pick<Messages, 'form' | 'filter' | 'silence' | 'replay'> = {
  form: {
    summary: 'Зведення',
    aid: 'Допомога',
    troops: 'Рух військ і удари',
    visits: 'Візити',
    timeline: 'Хронологія',
    disputes: 'Розбіжності',
    search: 'Пошук',
    evidence: 'Докази',
    catchup: 'Що нового',
    digest: 'Дайджест',
    alert: 'Сповіщення',
    'check-message': 'Звірено з джерелами',
  },
  filter: {
    names: {
      donor: 'донор',
      recipient: 'отримувач',
      kind: 'вид',
      status: 'стан',
      side: 'сторона',
      place: 'місце',
      person: 'особа',
    },
    values: {
      military: 'військова',
      financial: 'фінансова',
      humanitarian: 'гуманітарна',
      training: 'навчання',
      permission: 'дозвіл',
      political: 'політична',
      requested: 'просять',
      proposed: 'запропоновано',
      pledged: 'обіцяно',
      approved: 'схвалено',
      announced: 'оголошено',
      delivering: 'постачають',
      delivered: 'доставлено',
      refused: 'відмовлено',
      suspended: 'призупинено',
    },
    unfit: (option, name) => `Параметр «${option}» не може мати такого значення: ${name}.`,
    pick: 'Оберіть потрібне з підказок під час введення.',
  },
  silence: {
    nothingFound: 'Нічого не знайдено, але не всі джерела вдалося прочитати.',
    failing: (sources) => `Ці джерела недоступні: ${sources}. Того, що вони відтоді повідомили, тут немає.`,
    failingSince: (publisher, instant) => `${publisher} (з ${instant})`,
    furtherSources: (n) => `і ще ${n} ${plural(n, { one: 'джерело', few: 'джерела', other: 'джерел' })}`,
  },
  replay: {
    given: (answer, instant) => `Це ${answer}, якою її дано: ${instant}.`,
    store: (articles, claims, revision) => `Тоді у сховищі було: ${articles}, ${claims} (стан ${revision}).`,
  },
};
