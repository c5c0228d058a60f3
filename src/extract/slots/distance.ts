/** How far apart two words stand, and on which side, coarsely. */
export function distance(words: number): string {
  const side = words < 0 ? 'before' : 'after';
  const away = Math.abs(words);
  return `${side} ${away < 4 ? 'near' : away < 9 ? 'by' : 'far'}`;
}
