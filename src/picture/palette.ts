import type { PictureTheme } from '../domain/picture.ts';

/** Colours of one theme, as `#rrggbb`. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  /** Lines of a chart. */
  readonly rule: string;
  readonly land: string;
  readonly water: string;
  readonly coast: string;
  readonly country: string;
  readonly region: string;
  readonly disputed: string;
  /** Names of countries, regions and towns that nothing is told of. */
  readonly mapName: string;
  /** Told apart with any colour vision (after Okabe and Ito, https://jfly.uni-koeln.de/color/), and by letters besides. */
  readonly series: readonly string[];
  /** Where nobody is named. */
  readonly nobody: string;
  /** Text on a series' colour. */
  readonly onSeries: string;
}

const DARK: Palette = {
  background: '#16181c',
  text: '#f4f5f7',
  muted: '#b4bac4',
  rule: '#3d434d',
  land: '#2b3037',
  water: '#12202d',
  coast: '#5d7488',
  country: '#a7adb6',
  region: '#555c67',
  disputed: '#ff8fa3',
  mapName: '#a9b0ba',
  series: ['#56b4e9', '#f2a33a', '#35c79a', '#e08fc0', '#f0e442', '#b9a7ff'],
  nobody: '#c4c9d1',
  onSeries: '#0d0f12',
};

const LIGHT: Palette = {
  background: '#ffffff',
  text: '#16181c',
  muted: '#525963',
  rule: '#cfd4db',
  land: '#f3f0e8',
  water: '#d6e6f0',
  coast: '#8aa5b8',
  country: '#6f757e',
  region: '#c3c0b6',
  disputed: '#b3123b',
  mapName: '#646b75',
  series: ['#0068a8', '#b84300', '#00735a', '#93306f', '#6b5d00', '#5b3fc4'],
  nobody: '#4a505a',
  onSeries: '#ffffff',
};

export const PALETTES: Readonly<Record<PictureTheme, Palette>> = { dark: DARK, light: LIGHT };
