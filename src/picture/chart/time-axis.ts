import type { Language } from '../../domain/language.ts';
import type { Box } from '../box.ts';
import type { Kit } from '../drawn.ts';
import { el, type Svg } from '../svg.ts';
import { ASCENT, LINE, SMALL, textAt } from '../text.ts';

const DAY_MS = 86_400_000;
const MOST_TICKS = 5;
/** Kept free between two dates. */
const APART = 26;

/** Days laid out from left to right. */
export interface TimeAxis {
  readonly x: (day: string) => number;
  readonly ticks: readonly { readonly day: string; readonly x: number; readonly text: string }[];
}

/** From the box to the dates. */
const BELOW = 16;
export const TICK_HEIGHT = BELOW + SMALL.size * LINE;

const numberOf = (day: string): number => Date.parse(day) / DAY_MS;
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** @param days at least one, in any order; a lone day stands in the middle */
export function timeAxis(days: readonly string[], left: number, right: number, { language, type }: Kit): TimeAxis {
  const numbers = days.map(numberOf);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const at = (number: number): number =>
    first === last ? (left + right) / 2 : left + ((number - first) / (last - first)) * (right - left);
  const step = Math.max(1, Math.ceil((last - first) / (MOST_TICKS - 1)));
  const all = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => first + n * step);
  const hasYears = new Date(first * DAY_MS).getUTCFullYear() !== new Date(last * DAY_MS).getUTCFullYear();
  const ticks = all.map((number) => ({
    day: dayOf(number),
    x: at(number),
    text: shortDay(dayOf(number), language, hasYears),
  }));
  const widest = Math.max(...ticks.map(({ text }) => type.widthOf(text, SMALL)));
  const every = Math.ceil((widest + APART) / (at(first + step) - at(first) || widest + APART));
  return { x: (day) => at(numberOf(day)), ticks: ticks.filter((_, n) => n % every === 0) };
}

/** "14 May", with the year "14 May 24". */
export function shortDay(day: string, language: Language, hasYear = false): string {
  const year = hasYear ? ({ year: '2-digit' } as const) : {};
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC', ...year }).format(
    Date.parse(day),
  );
}

/** Upright lines through a box and the dates under it, none of which leaves its width. */
export function drawTicks({ ticks }: TimeAxis, box: Box, { palette, type }: Kit): Svg {
  const bottom = box.y + box.height;
  return ticks
    .map(({ x, text }) => {
      const half = type.widthOf(text, SMALL) / 2;
      const middle = Math.max(box.x + half, Math.min(x, box.x + box.width - half));
      const at = {
        ...SMALL,
        x: middle,
        y: bottom + BELOW + SMALL.size * ASCENT,
        anchor: 'middle',
        fill: palette.muted,
      } as const;
      return (
        el('path', { d: `M${Math.round(x)} ${box.y}V${bottom}`, stroke: palette.rule, 'stroke-width': 2 }) +
        textAt(text, at)
      );
    })
    .join('');
}
