import { fold } from '../fold.ts';
import type { Lexicon } from '../lexicon.ts';
import { isProse, type Line } from './line.ts';
import { isCredit } from './shape.ts';

/** A line with what was found out about it. */
export interface Judged extends Line {
  readonly isTitle: boolean;
  readonly isFurniture: boolean;
}

/** What a line's neighbours say of it: each rule gives the lines that it takes for no part of the report. */
type Rule = (lines: readonly Judged[], lexicon: Lexicon) => ReadonlySet<Judged>;

const kept = ({ isFurniture, isTitle }: Judged): boolean => !isFurniture && !isTitle;

/** Applies all rules, each to the lines that those before it left. */
export function judgeInContext(lines: readonly Judged[], lexicon: Lexicon): readonly Judged[] {
  return RULES.reduce<readonly Judged[]>((judged, rule) => {
    const found = rule(judged, lexicon);
    return judged.map((line) => (found.has(line) ? { ...line, isFurniture: true } : line));
  }, lines);
}

/** Headlines that stand a second time; paragraphs may be said twice. */
const repeated: Rule = (lines) => {
  const seen = new Set<string>();
  return new Set(
    lines.filter((line) => {
      const isAgain = line.folded !== '' && seen.has(line.folded);
      seen.add(line.folded);
      return isAgain && kept(line) && !line.isClosed;
    }),
  );
};

/** A caption above the line that repeats it with its credit. */
const captions: Rule = (lines, lexicon) =>
  new Set(
    lines.filter((line, at) => {
      const next = lines[at + 1];
      return (
        next !== undefined &&
        kept(line) &&
        next.folded.startsWith(line.folded) &&
        line.folded !== '' &&
        isCredit(next.text, lexicon)
      );
    }),
  );

const MENU_WORDS = 4;
const MENU_LINES = 5;

/** Runs of very short lines: menus, lists of sections, tags. */
const menus: Rule = (lines) => {
  const found = new Set<Judged>();
  let run: Judged[] = [];
  for (const line of [...lines, null]) {
    if (line !== null && !line.isTitle && !line.isClosed && (line.isFurniture || line.words <= MENU_WORDS))
      run.push(line);
    else {
      if (run.length >= MENU_LINES) for (const one of run) found.add(one);
      run = [];
    }
  }
  return found;
};

const LABEL_WORDS = 6;
const EDGE_LINES = 4;

/** Names and labels around the article: short lines before its first paragraph or behind its last that are no sentences. */
const edges: Rule = (lines) => {
  const prose = lines.flatMap((line, at) => (!line.isFurniture && isProse(line) ? [at] : []));
  const [first = lines.length, last = lines.length] = [prose[0], prose.at(-1)];
  return new Set(
    lines.filter(
      (line, at) => kept(line) && !line.isClosed && ((at < first && isLabel(line)) || (at > last && isShort(line))),
    ),
  );
};

const isShort = ({ words }: Line): boolean => words <= EDGE_LINES;
const isLabel = ({ words, text }: Line): boolean => words <= LABEL_WORDS && ALL_CAPITALISED.test(text);
const ALL_CAPITALISED =
  /^(?:(?:and|und|et|y|и|та|і|of|for|the|de|van|von|al|,|&|·|\||\/|-|—)\s+|[\p{Lu}\p{N}"“'‘(@][^\s]*(?:\s+|$))+$/u;

/** Teasers under a heading such as "Related posts", up to where the article goes on. */
const related: Rule = (lines, { tails }) => {
  const paragraphs = lines.filter((line) => !line.isFurniture && isProse(line)).length;
  const found = new Set<Judged>();
  let passed = 0;
  lines.forEach((line, at) => {
    if (!line.isFurniture && isProse(line)) passed += 1;
    if (line.folded === '' || !tails.has(line.folded)) return;
    for (const teaser of teasersFrom(lines, at + 1, passed > END_SHARE * paragraphs)) found.add(teaser);
  });
  return found;
};

/** Behind this share of its paragraphs an article is taken to be over where related ones are listed. */
const END_SHARE = 0.75;
const MOST_TEASERS = 40;

/** @param isOver whether single paragraphs are teasers too */
function teasersFrom(lines: readonly Judged[], from: number, isOver: boolean): readonly Judged[] {
  const teasers: Judged[] = [];
  for (let at = from; at < lines.length && teasers.length < MOST_TEASERS; at += 1) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (line === undefined || line.isTitle) break;
    if (isProse(line) && (!isOver || at === from || next === undefined || isProse(next))) break;
    teasers.push(line);
  }
  return teasers;
}

const BIO_LINES = 4;

/** The last lines, where they say who wrote the article. */
const bios: Rule = (lines, lexicon) =>
  new Set(
    lines
      .filter(({ isFurniture }) => !isFurniture)
      .slice(-BIO_LINES)
      .filter((line) => kept(line) && isBio(line, lexicon)),
  );

function isBio({ text, folded }: Line, { bios: phrases }: Lexicon): boolean {
  const words = folded === '' ? fold(text.slice(0, 600)) : folded;
  return (
    !/["“«]/u.test(text) && phrases.some((phrase) => words.includes(` ${phrase} `) || words.startsWith(`${phrase} `))
  );
}

const RULES: readonly Rule[] = [repeated, captions, related, menus, edges, bios];
