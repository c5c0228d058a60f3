import type { Source } from '../domain/brief.ts';
import type { Rich, Run } from '../domain/page.ts';

export type Sources = ReadonlyMap<number, Source>;

/** `[1]`, linked to its article. */
function citationRun(citation: number, sources: Sources): Run {
  return linked(`[${citation}]`, sources.get(citation)?.url);
}

/**
 * `[1][3]`, each once; those over `most` are a number at the end.
 * @param citations best first
 * @param further words for so many more
 */
export function citationRuns(
  citations: readonly number[],
  sources: Sources,
  most: number,
  further: (n: number) => string,
): Rich {
  const distinct = [...new Set(citations)];
  const rest = distinct.length - most;
  const shown = distinct
    .slice(0, most)
    .sort((a, b) => a - b)
    .map((citation) => citationRun(citation, sources));
  return rest > 0 ? [...shown, { text: ` ${further(rest)}` }] : shown;
}

/** Text with a link where the address is one that a reader can follow. */
export function linked(text: string, url: string | undefined): Run {
  return url !== undefined && /^https?:\/\//i.test(url) ? { text, href: url } : { text };
}

/**
 * An address that opens at the first of the words and marks them all, where the browser can.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function deepLink(url: string, pointers: readonly string[]): string {
  const texts = [...new Set(pointers)].map(
    (pointer) => `text=${encodeURIComponent(pointer.toWellFormed()).replaceAll('-', '%2D')}`,
  );
  return `${url}${url.includes('#') ? '' : '#'}:~:${texts.join('&')}`;
}
