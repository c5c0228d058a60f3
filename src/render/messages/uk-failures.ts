import type { FetchFailure } from '../../domain/fetch.ts';
import type { FailureMessages } from './failure-messages.ts';

type Of<Kind extends FetchFailure['kind']> = Extract<FetchFailure, { readonly kind: Kind }>;

const laterTold = (isFollowed: boolean): string =>
  isFollowed ? 'Бот сам спробує ще раз, щоразу з довшою паузою.' : 'Спробуйте ще раз пізніше.';
const CHECK_ADDRESS = 'Перевірте адресу в браузері.';
const LET_THEM_KNOW = 'Виправити це можуть лише власники сайту.';

const BAD_ADDRESS: Readonly<Record<Of<'bad-address'>['why'], (part: string) => string>> = {
  'not-a-url': () => 'Це не вебадреса.',
  'odd-number': () => 'У цій адресі числа записано незвично.',
  'too-long': () => 'Ця адреса задовга.',
  scheme: (part) => `Адреси, що починаються з «${part}», не читаються: лише http і https.`,
  credentials: () => 'У цій адресі є ім’я користувача або пароль.',
  port: (part) => `Ця адреса вказує порт ${part}: бот звертається лише до 80, 443, 8080 і 8443.`,
};

const UNREACHABLE: Readonly<Record<Of<'unreachable'>['why'], (host: string) => string>> = {
  refused: (host) => `${host} відмовляє у з’єднанні.`,
  reset: (host) => `${host} обірвав з’єднання.`,
  unreachable: (host) => `${host} звідси недосяжний.`,
  lookup: (host) => `Сервери імен для ${host} не відповідають.`,
};

const TLS: Readonly<Record<Of<'tls'>['why'], string>> = {
  expired: 'сертифікат прострочений',
  'other-name': 'сертифікат виданий на інше ім’я',
  untrusted: 'сертифікат ніким не засвідчений',
  handshake: 'про https не вдалося домовитися',
};

function statusTold(status: number, isFollowed: boolean): { readonly what: string; readonly todo: string } {
  if (status === 401 || status === 403)
    return {
      what: `Сервер не дозволяє це читати (${status}).`,
      todo: 'Можливо, це для передплатників або програми туди не пускають: попросіть у видання відкриту стрічку.',
    };
  if (status === 404) return { what: 'Такої сторінки немає (404).', todo: CHECK_ADDRESS };
  if (status === 429)
    return { what: 'Сервер каже, що до нього звертаються надто часто (429).', todo: laterTold(isFollowed) };
  if (status >= 500) return { what: `На сервері власна помилка (${status}).`, todo: laterTold(isFollowed) };
  return { what: `Сервер відповів ${status} і не дав документа.`, todo: CHECK_ADDRESS };
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} МБ`;
const seconds = (ms: number): string => `${Math.round(ms / 1_000)} с`;

export const ukFailures: FailureMessages = {
  fetch: {
    'bad-address': ({ why, part }) => ({
      what: BAD_ADDRESS[why](part),
      todo:
        why === 'port'
          ? 'Власник бота може дозволити цей вузол разом із портом (ALLOWED_HOSTS).'
          : 'Вкажіть адресу так, як її показує браузер, наприклад https://news.example/feed.xml.',
    }),
    'forbidden-address': ({ host }) => ({
      what: `${host} – не публічна адреса, тому бот до неї не звертається.`,
      todo: 'Якщо її справді треба читати, власник бота може дозволити цей вузол за назвою (ALLOWED_HOSTS).',
    }),
    'unknown-host': ({ host }) => ({
      what: `Не вдалося знайти ${host}: вузла з такою назвою немає.`,
      todo: CHECK_ADDRESS,
    }),
    unreachable: ({ host, why }, isFollowed) => ({ what: UNREACHABLE[why](host), todo: laterTold(isFollowed) }),
    tls: ({ host, why }) => ({
      what: `З’єднання з ${host} незахищене: ${TLS[why]}.`,
      todo: why === 'handshake' ? 'Якщо сайт не має https, запишіть адресу з http:// на початку.' : LET_THEM_KNOW,
    }),
    'too-slow': ({ limitMs }, isFollowed) => ({
      what: `За ${seconds(limitMs)} повної відповіді не надійшло.`,
      todo: laterTold(isFollowed),
    }),
    'too-large': ({ limitBytes }) => ({
      what: `Відповідь більша за ${megabytes(limitBytes)}.`,
      todo: 'Пошукайте стрічку з меншою кількістю записів або стрічку однієї рубрики.',
    }),
    'too-many-redirects': ({ limit }) => ({
      what: `Адреса перенаправляє далі понад ${limit} разів.`,
      todo: CHECK_ADDRESS,
    }),
    'redirect-loop': () => ({ what: 'Адреси перенаправляють одна на одну по колу.', todo: LET_THEM_KNOW }),
    status: ({ status }, isFollowed) => statusTold(status, isFollowed),
    gone: (_, isFollowed) => ({
      what: 'Сервер каже, що цього більше немає і не буде (410).',
      todo: isFollowed
        ? 'Бот туди більше не звертається. Знайдіть нову адресу й додайте її або вилучіть джерело.'
        : 'Знайдіть нову адресу й додайте її.',
    }),
    truncated: (_, isFollowed) => ({
      what: 'Відповідь обірвалася, не дійшовши до кінця.',
      todo: laterTold(isFollowed),
    }),
    'bad-encoding': () => ({ what: 'Відповідь стиснено так, що її не можна розпакувати.', todo: LET_THEM_KNOW }),
    'not-http': () => ({ what: 'Те, що там відповідає, – не вебсервер.', todo: CHECK_ADDRESS }),
    robots: ({ rule }) => ({
      what:
        rule === null
          ? 'Не вдалося прочитати robots.txt сайту, де сказано, що дозволено читати програмам.'
          : `Сайт просить програми не читати цю сторінку (robots.txt: ${rule}).`,
      todo: 'Ми цього дотримуємося. Його стрічка може бути відкрита: додайте натомість її адресу.',
    }),
    'not-sent': () => ({
      what: 'Запит не надіслано: забагато очікує або Sitrep перезапускається.',
      todo: 'Спробуйте ще раз за хвилину.',
    }),
  },
  reading: {
    unreadable: ({ looksLike }) => ({
      what: {
        page: 'Це вебсторінка, а не стрічка.',
        opml: 'Це список стрічок, а не стрічка.',
        json: 'Це JSON, але не стрічка.',
        empty: 'Тут нічого немає.',
        other: 'Не вдалося прочитати це ні як стрічку, ні як сторінку чи текст.',
      }[looksLike],
      todo: {
        page: 'Додайте саму сторінку: стрічки, які вона називає, знайдуться.',
        opml: 'Скористайтеся /джерело імпорт (/source import) із файлом.',
        json: CHECK_ADDRESS,
        empty: CHECK_ADDRESS,
        other: 'Якщо це стаття, вставте її текст командою /джерело вставити (/source paste).',
      }[looksLike],
    }),
    'no-feed': () => ({
      what: 'Ця сторінка не називає жодної стрічки й не є статтею.',
      todo: 'Пошукайте на сайті «RSS» і додайте ту адресу або додайте окрему статтю.',
    }),
    'too-many': ({ limit, have }) => ({
      what: `Джерел уже ${have}, а може бути щонайбільше ${limit}.`,
      todo: 'Спершу вилучіть якесь (/source list, /source remove).',
    }),
    'too-slow': ({ limitMs }) => ({
      what: `Читання тривало довше ніж ${seconds(limitMs)}.`,
      todo: 'Вставте текст командою /джерело вставити (/source paste) або додайте стрічку сайту.',
    }),
    'too-heavy': () => ({
      what: 'Щоб це прочитати, треба більше пам’яті, ніж дозволено на документ.',
      todo: 'Вставте текст командою /джерело вставити (/source paste) або додайте стрічку сайту.',
    }),
  },
  file: {
    'too-large': ({ limitBytes }) => ({
      what: `Файл більший за ${megabytes(limitBytes)}.`,
      todo: 'Розділіть його й дайте частини одну за одною.',
    }),
    'too-slow': () => ({ what: 'Файл не надійшов вчасно.', todo: 'Спробуйте ще раз.' }),
    'not-there': () => ({ what: 'Не вдалося отримати файл.', todo: 'Прикріпіть його ще раз.' }),
  },
  noList: {
    what: 'Цей файл не є списком стрічок у форматі OPML.',
    todo: 'Експортуйте список із програми читання стрічок ще раз, як OPML. Одну стрічку додає /джерело додати (/source add) за адресою.',
  },
};
