import type { Box } from '../../src/picture/box.ts';
import { ASSETS } from './assets.ts';

export interface Text {
  readonly text: string;
  readonly size: number;
  /** Of the ink: from the tops of capitals to the ends of tails. */
  readonly box: Box;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string): string => text.replace(/&([^;]+);/g, (_, name: string) => ENTITIES[name] ?? '');

/** Every text of a picture, measured with the fonts that it is drawn with. */
export function textsOf(svg: string): readonly Text[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const of = Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]));
    const [x, y, size] = [Number(of.x), Number(of.y), Number(of['font-size'])];
    const text = unescaped(content);
    const width = ASSETS.type.widthOf(text, { size, bold: of['font-weight'] === '700' });
    const left = of['text-anchor'] === 'middle' ? x - width / 2 : of['text-anchor'] === 'end' ? x - width : x;
    return { text, size, box: { x: left, y: y - 0.72 * size, width, height: 0.9 * size } };
  });
}

export function frameOf(svg: string): Box {
  const [, width, height] = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { x: 0, y: 0, width: Number(width), height: Number(height) };
}
