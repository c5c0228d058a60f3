import type { AidPanel, AidPicture } from '../../domain/picture.ts';
import { type Drawn, INNER, type Kit, MARGIN } from '../drawn.ts';
import { figure } from '../figures.ts';
import { lines } from '../frame.ts';
import { stacked } from '../stack.ts';
import { el } from '../svg.ts';
import { BODY, HEADING, SMALL, STRONG, textAt } from '../text.ts';
import { colourOf, fillOf, patternsOf } from './aid-look.ts';

type Row = AidPanel['rows'][number];
type Bar = Row['bars'][number];

/** Bars in one picture, so that it stays legible on a phone. */
const MOST_BARS = 14;
const MOST_PANELS = 3;
const BAR = 46;
/** The longest bar; the rest of the width is for what it says. */
const LONGEST = INNER * 0.56;
const GAP = 18;

/** Bars by donor and status. Statuses stand one under another and are never added up; nor are currencies. */
export function aidChart(spec: AidPicture, kit: Kit, top: number): Drawn {
  const panels = spec.panels.slice(0, MOST_PANELS);
  const share = Math.floor(MOST_BARS / Math.max(1, panels.length));
  const drawn = stacked(top, GAP, [
    ...panels.map((panel) => (at: number) => panelAt(panel, share, kit, at)),
    ...notes(spec, kit).map(
      (note) => (at: number) => lines(kit, note, { style: SMALL, fill: kit.palette.muted, top: at, most: 2 }),
    ),
  ]);
  const statuses = panels.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.map(({ status }) => status)));
  return { ...drawn, svg: patternsOf(new Set(statuses), kit.palette) + drawn.svg };
}

function notes({ panels, withoutSum }: AidPicture, { words }: Kit): readonly string[] {
  const others = panels.slice(MOST_PANELS).map(({ currency }) => currency);
  return [
    ...(panels.length === 0 ? [words.aid.none] : []),
    ...(others.length === 0 ? [] : [words.aid.otherCurrencies(others.join(', '))]),
    ...(withoutSum === 0 ? [] : [words.aid.withoutSum(withoutSum)]),
  ];
}

function panelAt({ currency, rows }: AidPanel, share: number, kit: Kit, top: number): Drawn {
  const shown = rowsWithin(rows, share);
  const largest = Math.max(...shown.flatMap(({ bars }) => bars.map(({ high }) => high)), Number.MIN_VALUE);
  const further = rows.length - shown.length;
  const { palette, words } = kit;
  return stacked(top, GAP / 2, [
    (at) => lines(kit, currencyName(currency, kit), { style: HEADING, fill: palette.muted, top: at, most: 1 }),
    ...shown.map((row) => (at: number) => rowAt(row, LONGEST / largest, kit, at)),
    ...(further === 0
      ? []
      : [
          (at: number) =>
            lines(kit, words.aid.furtherDonors(further), { style: BODY, fill: palette.muted, top: at, most: 1 }),
        ]),
  ]);
}

/** The first rows that have so many bars together; the first one always. */
function rowsWithin(rows: readonly Row[], share: number): readonly Row[] {
  const bars = rows.map((_, n) => rows.slice(0, n + 1).reduce((sum, row) => sum + row.bars.length, 0));
  return rows.filter((_, n) => n === 0 || (bars[n] ?? 0) <= share);
}

function currencyName(code: string, { language }: Kit): string {
  const name = new Intl.DisplayNames([language], { type: 'currency' }).of(code) ?? code;
  return name === code ? code : `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)} (${code})`;
}

const rowAt = (row: Row, perUnit: number, kit: Kit, top: number): Drawn =>
  stacked(top, 6, [
    (at) => lines(kit, row.donor, { style: STRONG, fill: kit.palette.text, top: at, most: 1 }),
    ...row.bars.map((bar) => (at: number) => barAt(bar, perUnit, kit, at)),
  ]);

/** Full up to what all say, dashed from there to the highest that anybody says. */
function barAt(bar: Bar, perUnit: number, kit: Kit, top: number): Drawn {
  const { palette, words, type } = kit;
  const stroke = { stroke: colourOf(bar.status, palette), 'stroke-width': 4 };
  const box = { y: top + 4, height: BAR - 8 };
  const [sure, most] = [Math.max(4, bar.low * perUnit), Math.max(4, bar.high * perUnit)];
  const x = MARGIN + most + 18;
  const said = `${figure(bar, kit.language)} ${words.aid.status[bar.status]}`;
  const text = type.cut(said, SMALL, MARGIN + INNER - x);
  const beyond = { x: MARGIN + sure, width: most - sure, fill: 'none', 'stroke-dasharray': '10 8' };
  const svg = [
    el('rect', { ...box, ...stroke, x: MARGIN + 2, width: sure, fill: fillOf(bar.status, palette) }),
    ...(most > sure ? [el('rect', { ...box, ...stroke, ...beyond })] : []),
    textAt(text, { ...SMALL, x, y: top + BAR / 2 + SMALL.size * 0.36, fill: palette.text }),
  ];
  return { svg: svg.join(''), bottom: top + BAR };
}
