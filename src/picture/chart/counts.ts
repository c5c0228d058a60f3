import type { CountPoint, CountsPicture } from '../../domain/picture.ts';
import { type Box, isInside, overlap, padded } from '../box.ts';
import { type Drawn, INNER, type Kit, MARGIN } from '../drawn.ts';
import { figure, shortNumber } from '../figures.ts';
import { lines } from '../frame.ts';
import { around, drawLabel, inTurn, placed } from '../label.ts';
import { type LegendItem, legend } from '../legend.ts';
import { el, type Svg } from '../svg.ts';
import { BODY, SMALL, SMALL_STRONG, textAt } from '../text.ts';
import { drawTicks, TICK_HEIGHT, timeAxis } from './time-axis.ts';

const HEIGHT = 600;
/** Radius of the disc that has its giver's letter in it. */
const DISC = 25;
const MOST_GIVERS = 8;
const GRID_LINES = 4;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** How far aside a disc may stand that is in the way of another. */
const ASIDE = [0, 1, -1, 2, -2].map((n) => n * (2 * DISC + 4));
/** With more figures, none stands aside: what has no room for a disc is a dot. */
const CROWD = 30;

/** Figures by day, each with the letter of who gives it; a line spans what is left open, an arrow says "or more", "or fewer". */
export function countsChart(spec: CountsPicture, kit: Kit, top: number): Drawn {
  if (spec.points.length === 0)
    return lines(kit, kit.words.counts.none, { style: BODY, fill: kit.palette.text, top, most: 1 });
  const unit = lines(kit, spec.unit, { style: BODY, fill: kit.palette.muted, top, most: 1 });
  const most = ceiling(Math.max(...spec.points.map(({ high }) => high)));
  const axisWidth =
    Math.max(...levels(most).map((level) => kit.type.widthOf(shortNumber(level, kit.language), SMALL))) + 16;
  const plot = { x: MARGIN + axisWidth, y: unit.bottom + 30, width: INNER - axisWidth, height: HEIGHT };
  const axis = timeAxis(
    spec.points.map(({ day }) => day),
    plot.x + 2 * DISC,
    plot.x + plot.width - 2 * DISC,
    kit,
  );
  const y = (value: number): number => plot.y + plot.height * (1 - value / most);
  const givers = giversOf(spec.points);
  const marks = marksOf(spec.points, plot, (point) => [axis.x(point.day), y((point.low + point.high) / 2)]);
  const svg = [
    drawLevels(most, plot, y, kit),
    drawTicks(axis, plot, kit),
    ...marks.map((mark) => drawSpan(mark, givers, y, kit)),
    ...marks.map((mark) => drawDisc(mark, givers, kit)),
    drawFigures(marks, plot, y, kit),
  ];
  const key = legend(giverItems(givers, kit), kit, plot.y + plot.height + TICK_HEIGHT + 12);
  return { svg: unit.svg + svg.join('') + key.svg, bottom: key.bottom };
}

/** Letters of those who give figures, those with most figures first. */
type Givers = ReadonlyMap<string, { readonly letter: string; readonly n: number }>;

function giversOf(points: readonly CountPoint[]): Givers {
  const byGiver = [...Map.groupBy(points, ({ by }) => by)].toSorted(([, a], [, b]) => b.length - a.length);
  return new Map(byGiver.map(([by], n) => [by, { letter: n < MOST_GIVERS ? (LETTERS[n] ?? '') : '', n }]));
}

function giverItems(givers: Givers, kit: Kit): readonly LegendItem[] {
  const items = [...givers].slice(0, MOST_GIVERS).map(
    ([by, { letter, n }]): LegendItem => ({
      width: 2 * DISC,
      text: by,
      draw: ({ x, y, height }) => disc(x + DISC, y + height / 2, letter, colourOf(n, kit), kit),
    }),
  );
  const further = givers.size - items.length;
  if (further <= 0) return items;
  const draw: LegendItem['draw'] = ({ x, y, height }) =>
    disc(x + DISC, y + height / 2, '', colourOf(MOST_GIVERS, kit), kit);
  return [...items, { width: 2 * DISC, text: kit.words.counts.furtherGivers(further), draw }];
}

const colourOf = (n: number, { palette }: Kit): string => palette.series[n] ?? palette.nobody;

function disc(cx: number, cy: number, letter: string, fill: string, { palette }: Kit): Svg {
  const circle = el('circle', { cx, cy, r: DISC, fill, stroke: palette.background, 'stroke-width': 3 });
  const at = {
    ...SMALL_STRONG,
    x: cx,
    y: cy + SMALL_STRONG.size * 0.36,
    anchor: 'middle',
    fill: palette.onSeries,
  } as const;
  return letter === '' ? circle : circle + textAt(letter, at);
}

/** A figure with room above for a disc, whose quarters are round. */
function ceiling(value: number): number {
  const wanted = Math.max(value, 1) * 1.12;
  const power = Math.max(1, 10 ** (Math.floor(Math.log10(wanted)) - 1));
  return power * (ROUND.find((times) => times * power >= wanted) ?? 100);
}

const ROUND = [4, 8, 12, 16, 20, 24, 32, 40, 48, 60, 80];

const levels = (most: number): readonly number[] =>
  Array.from({ length: GRID_LINES + 1 }, (_, n) => (most * n) / GRID_LINES);

function drawLevels(most: number, plot: Box, y: (value: number) => number, { palette, language }: Kit): Svg {
  return levels(most)
    .map((level) => {
      const line = {
        d: `M${plot.x} ${y(level)}h${plot.width}`,
        stroke: palette.rule,
        'stroke-width': level === 0 ? 4 : 2,
      };
      const at = {
        ...SMALL,
        x: plot.x - 12,
        y: y(level) + SMALL.size * 0.36,
        anchor: 'end',
        fill: palette.muted,
      } as const;
      return el('path', line) + textAt(shortNumber(level, language), at);
    })
    .join('');
}

interface Mark {
  readonly point: CountPoint;
  readonly x: number;
  readonly y: number;
  /** Where its day is, from which a disc that is in the way of another stands aside. */
  readonly dayX: number;
  /** Without room for a disc only a dot is drawn. */
  readonly isDot: boolean;
}

const boxOf = (x: number, y: number, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

function marksOf(
  points: readonly CountPoint[],
  plot: Box,
  at: (point: CountPoint) => readonly [number, number],
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const point of points) {
    const [x, y] = at(point);
    const isFree = (aside: number): boolean =>
      isInside(boxOf(x + aside, y, 1), plot) &&
      !marks.some((mark) => !mark.isDot && overlap(boxOf(mark.x, mark.y, DISC), boxOf(x + aside, y, DISC)));
    const aside = ASIDE.slice(0, points.length > CROWD ? 1 : undefined).find(isFree);
    marks.push({ point, x: x + (aside ?? 0), y, dayX: x, isDot: aside === undefined });
  }
  return marks;
}

/** The line from its day to a figure aside, the range, and the arrow of a bound. */
function drawSpan({ point, x, y, dayX }: Mark, givers: Givers, yOf: (value: number) => number, kit: Kit): Svg {
  const colour = colourOf(givers.get(point.by)?.n ?? MOST_GIVERS, kit);
  const line = { stroke: colour, 'stroke-width': 6, fill: 'none', 'stroke-linecap': 'round' };
  const [low, high] = [yOf(point.low), yOf(point.high)];
  const head = ARROWS[point.op] * 14;
  return [
    x === dayX ? '' : el('path', { ...line, 'stroke-width': 4, d: `M${dayX} ${y}H${x}` }),
    point.high > point.low
      ? el('path', { ...line, d: `M${x - 12} ${low}h24M${x} ${low}V${high}M${x - 12} ${high}h24` })
      : '',
    head === 0
      ? ''
      : el('path', { ...line, d: `M${x} ${y}v${ARROWS[point.op] * 54}m-13 ${-head}l13 ${head}l13 ${-head}` }),
  ].join('');
}

function drawDisc({ point, x, y, isDot }: Mark, givers: Givers, kit: Kit): Svg {
  const { n = MOST_GIVERS, letter = '' } = givers.get(point.by) ?? {};
  const colour = colourOf(n, kit);
  return isDot ? el('circle', { cx: x, cy: y, r: 8, fill: colour }) : disc(x, y, letter, colour, kit);
}

/** Up for "or more", down for "or fewer". */
const ARROWS: Readonly<Record<CountPoint['op'], -1 | 0 | 1>> = { eq: 0, about: 0, gt: -1, ge: -1, lt: 1, le: 1 };

const spanBox = ({ low, high, op }: CountPoint, x: number, yOf: (value: number) => number): Box => {
  const [top, bottom] = [yOf(high), yOf(low)];
  const arrow = ARROWS[op] * 56;
  return { x: x - 13, y: top + Math.min(0, arrow), width: 26, height: bottom - top + Math.abs(arrow) };
};

/** The figures themselves, where there is room. */
function drawFigures(
  marks: readonly Mark[],
  plot: Box,
  yOf: (value: number) => number,
  { palette, language, type }: Kit,
): Svg {
  const taken = marks.flatMap(({ point, x, y, isDot }) => [boxOf(x, y, isDot ? 8 : DISC), spanBox(point, x, yOf)]);
  const room = { frame: padded(plot, 6), taken };
  const { labels } = inTurn(room, marks, ({ point, x, y }, left) =>
    placed(figure(point, language), SMALL_STRONG, around(boxOf(x, y, DISC), 7), left, type),
  );
  return labels.map(({ label }) => drawLabel(label, palette.text, palette.background)).join('');
}
