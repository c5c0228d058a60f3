const QUOTES = /[’‘ʼ`´]/g;
/** Signs without width, among them those that turn the direction of writing. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
/** All but single plain blanks. */
const BLANKS = /\s{2,}|[^\S ]/g;
/** Bullets, headings and brackets before the words of a line; a bracket, @ and © are part of what they open. */
const LEADING = /^[\s#*>•·▪◦‣»–—|-]+/;
const TRAILING = /[\s:.…!»›>|*•·-]+$/;

/** A line for comparison: lower case, straight apostrophes, single blanks. */
export const fold = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(QUOTES, "'").replace(UNSEEN, '').replace(BLANKS, ' ').trim();

/** Without the bullet or heading mark that it opens with. */
export const withoutBullet = (text: string): string => text.replace(LEADING, '');

/** Without the marks it ends with; those before the end stay. */
export function withoutTail(text: string): string {
  const tail = TRAILING.exec(text.slice(-12));
  return tail === null ? text : text.slice(0, text.length - tail[0].length);
}
