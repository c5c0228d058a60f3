/** What reading documents from outside takes: printed as JSON. Times are processor time, so that what else runs does not count. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { readPageText } from '../../src/ingest/page/read-page.ts';
import { NOTHING_KNOWN } from '../../src/ingest/plain-text.ts';
import { createArticleReading } from '../../src/reading/articles.ts';
import { createDocumentReading } from '../../src/reading/documents.ts';
import { readReadingLexicon } from '../../src/reading-lexicon.ts';
import { LAYOUTS, STORY } from '../ingest/layouts.ts';
import { hostilePages } from '../reading/hostile-pages.ts';

const DATA = join(import.meta.dirname, '../../data');
/** Of a page of people: its text is a small part of it. */
const PAGE_CHARS = 150_000;
const HOSTILE_PAGES = 200;
const ROUNDS = 10;

const cpuMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;
const quantile = (values: readonly number[], q: number): number =>
  Math.round(10 * (values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * q)] ?? 0)) / 10;

/** Memory that a process does not share with others, in MB; null where the system does not tell. */
function ownMb(pid: number): number | null {
  try {
    const kb = /^Private_Dirty:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return kb === undefined ? null : Math.round(Number(kb) / 1_024);
  } catch {
    return null;
  }
}

/** A page as long as pages are: with styles and scripts, which are most of them. */
const pageOf = (html: string): string =>
  html
    .replace(
      '</head>',
      () => `<style>${'.a{color:red} '.repeat(2_000)}</style><script>${'var a=1;'.repeat(12_000)}</script></head>`,
    )
    .padEnd(PAGE_CHARS, '<i class="x"></i>\n');

function timePages() {
  const lexicon = readReadingLexicon(DATA);
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { html } of LAYOUTS) {
      const page = pageOf(html);
      const before = process.cpuUsage();
      readPageText(page, NOTHING_KNOWN, lexicon);
      // The first round is for the compiler.
      if (round > 0) times.push(cpuMs(process.cpuUsage(before)));
    }
  }
  return { pages: times.length, p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
}

/** The longest turn of this event loop while hostile pages are read, in processor time of this thread alone. */
async function blockOf(work: Promise<unknown>): Promise<number> {
  let [longest, isDone] = [0, false];
  void work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const before = process.threadCpuUsage();
    await turn();
    longest = Math.max(longest, cpuMs(process.threadCpuUsage(before)));
  }
  return longest;
}

async function timeHostile() {
  const reading = createDocumentReading(DATA);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const pages = hostilePages(1_000_000).map(({ html }) => bytes(html));
  const page = (body: Uint8Array) => reading.page({ body, charset: 'utf-8', url: null }, NOTHING_KNOWN);
  await page(bytes('<p>Hello'));
  const startedAt = performance.now();
  const kinds: string[] = [];
  const work = Promise.all(
    Array.from({ length: HOSTILE_PAGES }, async (_, at) => {
      const read = await page(pages[at % pages.length] ?? bytes(''));
      kinds.push(read.ok ? 'read' : read.error.kind);
    }),
  );
  const longestBlockMs = Math.round(10 * (await blockOf(work))) / 10;
  const wallS = Math.round((performance.now() - startedAt) / 100) / 10;
  await reading.close();
  const outcomes = Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
  return { documents: HOSTILE_PAGES, outcomes, longestBlockMs, wallS };
}

async function weighArticles() {
  const before = ownMb(process.pid);
  const reading = createArticleReading(DATA);
  for (let at = 0; at < 5; at += 1) await reading.article({ text: STORY.join('\n\n').repeat(4), known: NOTHING_KNOWN });
  const after = ownMb(process.pid);
  await reading.close();
  return before === null || after === null ? null : after - before;
}

const articleThreadMb = await weighArticles();
const hostile = await timeHostile();
console.log(JSON.stringify({ articleThreadMb, hostile, pages: timePages() }, null, 2));
