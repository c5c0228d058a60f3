/** First and last day, both included; `about`: it was some time in them. */
interface Days {
  readonly from: string;
  readonly to: string;
  readonly about: boolean;
}

/** The days of a claim's date in ISO form; null where it has none, or no beginning or no end. */
export function daysOf(iso = ''): Days | null {
  const [first = '', last = first] = iso.split('/');
  const [from, to] = [firstDay(first), lastDay(last)];
  if (from === null || to === null || from > to) return null;
  return { from, to, about: first.length < DAY_CHARS || last.length < DAY_CHARS };
}

const DAY_CHARS = '2024-05-14'.length;

/** Of a day, month or year; null for what is none. */
function firstDay(part: string): string | null {
  const ms = Date.parse(part);
  if (Number.isNaN(ms)) return null;
  const day = new Date(ms).toISOString().slice(0, DAY_CHARS);
  // 30 February rolls over into March.
  return day.startsWith(part) ? day : null;
}

function lastDay(part: string): string | null {
  const first = firstDay(part);
  if (first === null || part.length === DAY_CHARS) return first;
  const [year = 0, month = 12] = part.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, DAY_CHARS);
}

/** The days that all of them leave open; null for none. */
export function aroundAll(given: readonly Days[]): Days | null {
  const [first, ...rest] = given;
  return rest.reduce((all, days) => (all ? around(all, days) : days), first ?? null);
}

function around(one: Days, other: Days): Days {
  const from = one.from < other.from ? one.from : other.from;
  const to = one.to > other.to ? one.to : other.to;
  const isSame = one.from === other.from && one.to === other.to;
  return { from, to, about: one.about || other.about || !isSame };
}
