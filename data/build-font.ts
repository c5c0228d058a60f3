/**
 * Builds `font/*.ttf`: Roboto Condensed with the letters that pictures need, and the licence beside it.
 *
 *     node data/build-font.ts <folder with RobotoCondensed-Regular.ttf and -Bold.ttf> <licence>
 *
 * Needs `pyftsubset` (Debian: fonttools). The fonts are Debian's package fonts-roboto-unhinted.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

const FONT = join(import.meta.dirname, 'font');

/** Latin, combining marks, Cyrillic, punctuation, signs of currency, arrows, comparison, and what stands for other letters. */
const LETTERS = [
  ...['0020-007E', '00A0-024F', '0259', '02B0-02FF', '0300-0304', '0306-030C', '0323', '0326-0328', '0400-052F'],
  ...['1E00-1EFF', '2010-2027', '202F', '2030-203A', '2044', '20A0-20BF', '2116', '2122', '2190-2193', '2212'],
  ...['2248', '2260', '2264-2265', '25A1', '25CA', 'FFFD'],
];

/** Without kerning, so that a text is as wide as its letters. */
function subset(folder: string, name: string): void {
  const options = ['--layout-features=', '--no-hinting', '--no-recalc-timestamp'];
  const letters = `--unicodes=${LETTERS.map((range) => `U+${range}`).join(',')}`;
  execFileSync('pyftsubset', [join(folder, name), letters, ...options, `--output-file=${join(FONT, name)}`]);
}

const [folder, licence] = process.argv.slice(2);
if (folder === undefined || licence === undefined) {
  console.error('usage: node data/build-font.ts <folder of the fonts> <licence>');
  process.exitCode = 2;
} else {
  for (const weight of ['Regular', 'Bold']) subset(folder, `RobotoCondensed-${weight}.ttf`);
  copyFileSync(licence, join(FONT, 'LICENSE.txt'));
}
