import { VISIT_STATUSES } from '../../domain/claim.ts';
import type { Visit, VisitsPicture } from '../../domain/picture.ts';
import type { Box } from '../box.ts';
import { type Drawn, INNER, type Kit, MARGIN } from '../drawn.ts';
import { lines } from '../frame.ts';
import { drawLabel, inTurn, placed } from '../label.ts';
import { type LegendItem, legend, SIGN } from '../legend.ts';
import { stacked } from '../stack.ts';
import { el, type Svg } from '../svg.ts';
import { BODY, SMALL, SMALL_STRONG, STRONG, textAt } from '../text.ts';
import { drawTicks, shortDay, TICK_HEIGHT, type TimeAxis, timeAxis } from './time-axis.ts';

type Lane = VisitsPicture['lanes'][number];

const MOST_LANES = 6;
/** Of a lane under its visitor's name. */
const TRACK = 112;
/** From the top of a track to the line that the signs stand on. */
const LINE_AT = 34;
const RADIUS = 20;

/** A lane for each visitor, with a sign at the days of each visit: planned, under way, done and cancelled differ in shape. */
export function visitsChart(spec: VisitsPicture, kit: Kit, top: number): Drawn {
  const lanes = spec.lanes.slice(0, MOST_LANES);
  const visits = lanes.flatMap((lane) => lane.visits);
  if (visits.length === 0)
    return lines(kit, kit.words.visits.none, { style: BODY, fill: kit.palette.text, top, most: 1 });
  const days = [...visits.flatMap(({ from, to }) => [from, to]), ...(spec.today === undefined ? [] : [spec.today])];
  const axis = timeAxis(days, MARGIN + 3 * RADIUS, MARGIN + INNER - 5 * RADIUS, kit);
  const drawn = stacked(
    top,
    8,
    lanes.map((lane) => (at: number) => laneAt(lane, axis, kit, at)),
  );
  const plot = { x: MARGIN, y: top, width: INNER, height: drawn.bottom - top };
  const below = stacked(drawn.bottom + TICK_HEIGHT + 8, 4, [
    (at) => furtherAt(spec.lanes.length - lanes.length, kit, at),
    (at) => legend(statusItems(visits, spec.today !== undefined, kit), kit, at),
  ]);
  const today = spec.today === undefined ? '' : todayAt(axis.x(spec.today), plot, kit);
  return { svg: drawTicks(axis, plot, kit) + today + drawn.svg + below.svg, bottom: below.bottom };
}

const furtherAt = (further: number, kit: Kit, top: number): Drawn =>
  lines(kit, further === 0 ? '' : kit.words.visits.furtherVisitors(further), {
    style: BODY,
    fill: kit.palette.muted,
    top,
    most: 1,
  });

const todayAt = (x: number, { y, height }: Box, { palette }: Kit): Svg =>
  el('path', {
    d: `M${Math.round(x)} ${y}v${height}`,
    stroke: palette.text,
    'stroke-width': 4,
    'stroke-dasharray': '4 10',
  });

function laneAt({ visitor, visits }: Lane, axis: TimeAxis, kit: Kit, top: number): Drawn {
  const { palette, type, language } = kit;
  const name = lines(kit, visitor, { style: STRONG, fill: palette.text, top, most: 1 });
  const track = { x: MARGIN, y: name.bottom, width: INNER, height: TRACK };
  const middle = track.y + LINE_AT;
  const signs = visits.map((visit) => ({ visit, box: boxOf(visit, axis, middle) }));
  const room = { frame: { ...track, x: 0, width: INNER + 2 * MARGIN }, taken: signs.map(({ box }) => box) };
  const { labels } = inTurn(room, signs, ({ visit, box }, left) =>
    placed(`${visit.place}, ${daysOf(visit, language)}`, SMALL, under(box), left, type),
  );
  const svg = [
    el('rect', {
      x: MARGIN,
      y: top,
      width: type.widthOf(visitor, STRONG) + 12,
      height: name.bottom - top,
      fill: palette.background,
    }),
    el('path', { d: `M${MARGIN} ${middle}h${INNER}`, stroke: palette.rule, 'stroke-width': 4 }),
    ...signs.map(({ visit, box }) => drawVisit(visit, box, kit)),
    ...labels.map(({ label }) => drawLabel(label, palette.text, palette.background)),
  ];
  return { svg: svg.join('') + name.svg, bottom: track.y + TRACK };
}

function daysOf({ from, to, about }: Visit, language: Kit['language']): string {
  const days = from === to ? shortDay(from, language) : `${shortDay(from, language)} – ${shortDay(to, language)}`;
  return about ? `≈ ${days}` : days;
}

/** Under the sign, or beside it. */
const under =
  (box: Box) =>
  (width: number, height: number): readonly (readonly [number, number])[] => {
    const below = box.y + box.height + 8;
    const middle = box.y + (box.height - height) / 2;
    return [
      [box.x + (box.width - width) / 2, below],
      [box.x, below],
      [box.x + box.width - width, below],
      [box.x + box.width + 8, middle],
      [box.x - width - 8, middle],
    ];
  };

const boxOf = ({ from, to }: Visit, axis: TimeAxis, middle: number): Box => {
  const [left, right] = [axis.x(from) - RADIUS, axis.x(to) + RADIUS];
  return { x: left, y: middle - RADIUS, width: right - left, height: 2 * RADIUS };
};

const COLOURS: Readonly<Record<Visit['status'], number | null>> = {
  planned: 1,
  under_way: 0,
  done: 2,
  cancelled: null,
};

/** A bar over the days with the sign of its status in the middle; dotted where the days are not exact. */
function drawVisit({ status, about }: Visit, box: Box, { palette }: Kit): Svg {
  const series = COLOURS[status];
  const colour = (series === null ? undefined : palette.series[series]) ?? palette.nobody;
  const middle = box.y + box.height / 2;
  const bar = { d: `M${box.x + RADIUS} ${middle}H${box.x + box.width - RADIUS}`, stroke: colour, 'stroke-width': 14 };
  const dots = about ? { 'stroke-width': 8, 'stroke-dasharray': '0.1 16' } : {};
  const sign = drawSign(status, box.x + box.width / 2, middle, colour, palette.background);
  return (box.width > 2 * RADIUS ? el('path', { ...bar, ...dots, 'stroke-linecap': 'round' }) : '') + sign;
}

/** Done: a full circle; under way: a full triangle; planned: an open circle; cancelled: a cross. */
function drawSign(status: Visit['status'], cx: number, cy: number, colour: string, ground: string): Svg {
  const line = { stroke: colour, 'stroke-width': 6, 'stroke-linejoin': 'round' };
  const r = RADIUS - 3;
  switch (status) {
    case 'done':
      return el('circle', { cx, cy, r, fill: colour, ...line });
    case 'under_way':
      return el('path', {
        d: `M${cx - r + 3} ${cy - r}L${cx + r} ${cy}L${cx - r + 3} ${cy + r}Z`,
        fill: colour,
        ...line,
      });
    case 'planned':
      return el('circle', { cx, cy, r, fill: ground, ...line });
    case 'cancelled':
      return [
        el('circle', { cx, cy, r, fill: ground }),
        el('path', {
          d: `M${cx - r} ${cy - r}l${2 * r} ${2 * r}M${cx + r} ${cy - r}l${-2 * r} ${2 * r}`,
          ...line,
          'stroke-width': 8,
        }),
      ].join('');
    default:
      return status satisfies never;
  }
}

function statusItems(visits: readonly Visit[], hasToday: boolean, kit: Kit): readonly LegendItem[] {
  const { visits: words } = kit.words;
  const statuses = VISIT_STATUSES.filter((each) => visits.some(({ status }) => status === each));
  const signs = statuses.map(
    (status): LegendItem => ({
      width: SIGN,
      text: words.status[status],
      draw: ({ x, y, height }) =>
        drawVisit(
          { status, about: false, from: '', to: '', place: '' },
          { x: x + 2, y: y + height / 2 - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS },
          kit,
        ),
    }),
  );
  const about: LegendItem = {
    width: SIGN,
    text: words.about,
    draw: ({ x, y, height }) =>
      textAt('≈', { ...SMALL_STRONG, x: x + 10, y: y + height / 2 + SMALL_STRONG.size * 0.36, fill: kit.palette.text }),
  };
  const today: LegendItem = {
    width: SIGN,
    text: words.today,
    draw: ({ x, y, height }) => todayAt(x + SIGN / 2, { x, y, width: 0, height }, kit),
  };
  return [...signs, ...(visits.some((visit) => visit.about) ? [about] : []), ...(hasToday ? [today] : [])];
}
