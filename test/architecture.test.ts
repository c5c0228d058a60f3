import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FILES = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: ROOT }).sort();

/** What the files of a place may import beside their own folder; the longest place that fits a file counts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': ['zod'],
  'src/ingest': [
    'src/domain',
    '@mozilla/readability',
    'feedsmith',
    'htmlparser2',
    'linkedom',
    'parse5',
    'zod',
    'node:crypto',
  ],
  'src/extract': ['src/domain', 'zod'],
  'src/extract/language': ['src/extract/document.ts', 'wink-nlp', 'wink-eng-lite-web-model'],
  'src/extraction-data.ts': ['src/domain', 'src/extract', 'node:'],
  'src/train': [
    'src/domain',
    'src/extract',
    'src/extraction-data.ts',
    'src/ingest',
    'src/place.ts',
    'src/reading-lexicon.ts',
    'src/store/gazetteer-files.ts',
    'zod',
    'node:',
  ],
  'src/train/model-claims': ['src/domain', 'src/extract', 'src/model-claims', 'src/train', 'zod', 'node:'],
  'src/train/events': [
    'src/domain',
    'src/brief',
    'src/render',
    'src/store',
    'src/ask.ts',
    'src/place.ts',
    'src/train',
    'zod',
    'node:',
  ],
  'src/brief': ['src/domain', 'node:crypto'],
  'src/render': ['src/domain', 'src/picture/alt.ts', 'zod'],
  'src/digest': ['src/domain', 'src/store/digest-contract.ts', 'src/store/review-contract.ts', 'node:crypto'],
  'src/prose': ['src/domain', 'zod'],
  'src/prose-data.ts': ['src/domain', 'src/extract', 'src/prose/words.ts', 'zod', 'node:'],
  'src/compose-wording.ts': ['src/domain', 'src/ports.ts', 'src/prose-data.ts', 'src/wording.ts'],
  'src/wording.ts': ['src/domain', 'src/prose', 'src/render/prose-facts.ts', 'src/ports.ts', 'node:crypto'],
  'src/picture': ['src/domain', 'src/apart', '@resvg/resvg-js', 'd3-geo', 'zod', 'node:'],
  'src/source': ['src/domain', 'undici', 'node:'],
  'src/model-claims': ['src/domain', 'src/extract', 'zod', 'node:crypto'],
  'src/told-reader.ts': ['src/domain', 'src/extract/document.ts', 'src/model-claims', 'src/reader.ts'],
  'src/compose-model.ts': [
    'src/domain',
    'src/model/model.ts',
    'src/model-reading.ts',
    'src/ports.ts',
    'src/store/model-contract.ts',
  ],
  'src/model-reading.ts': [
    'src/domain',
    'src/model-claims',
    'src/ports.ts',
    'src/store/model-contract.ts',
    'zod',
    'node:crypto',
  ],
  'src/model': ['src/domain', 'openai', 'zod', 'node:timers/promises'],
  'src/store': ['src/domain', 'zod', 'keyv', 'node:'],
  'src/deliver': [
    'src/domain',
    'src/render',
    'src/log.ts',
    'src/command.ts',
    'src/app.ts',
    'src/digest/channel.ts',
    'src/track/channel.ts',
    'src/travel/channel.ts',
    'src/ports.ts',
    'zod',
    'discord.js',
    'discord-api-types/v10',
    'node:',
  ],
  'src/preview': [
    'src/domain',
    'src/deliver/edge.ts',
    'src/deliver/links.ts',
    'src/command.ts',
    'src/log.ts',
    'zod',
    'hono',
    '@hono/node-server',
    'node:',
  ],
  'src/preview/client': [
    'src/preview/protocol.ts',
    'src/command.ts',
    'src/deliver/edge.ts',
    'src/domain',
    'discord-api-types/v10',
  ],
  commands: ['src/domain', 'src/render', 'src/command.ts', 'src/app.ts', 'src/asked.ts', 'zod'],
  'src/command.ts': ['src/domain', 'src/app.ts', 'zod'],
  'src/asked.ts': ['src/domain', 'src/store/contract.ts'],
  'src/offered.ts': ['src/domain', 'src/command.ts'],
  'src/ports.ts': [
    'src/domain',
    'src/corrections/contract.ts',
    'src/digests/contract.ts',
    'src/erase.ts',
    'src/sources/contract.ts',
    'src/store/contract.ts',
    'src/store/correction-contract.ts',
    'src/store/mistake-contract.ts',
    'src/tracks/contract.ts',
  ],
  'src/app.ts': [
    'src/domain',
    'src/brief',
    'src/store/contract.ts',
    'src/as-corrected.ts',
    'src/ask.ts',
    'src/asked.ts',
    'src/catch-up.ts',
    'src/corrections/contract.ts',
    'src/digests/contract.ts',
    'src/erase.ts',
    'src/kept-briefs.ts',
    'src/kept-members.ts',
    'src/named.ts',
    'src/ports.ts',
    'src/sources/contract.ts',
    'src/tracks/contract.ts',
    'src/suggest-events.ts',
    'src/word-answer.ts',
  ],
  'src/suggest-events.ts': ['src/domain', 'src/brief', 'src/asked.ts', 'src/labels.ts', 'src/ports.ts'],
  'src/counted.ts': ['src/domain', 'src/store/contract.ts', 'src/asked.ts', 'src/ports.ts'],
  'src/word-digest.ts': ['src/domain', 'src/digest/plan.ts'],
  'src/word-answer.ts': ['src/domain', 'src/kept-briefs.ts'],
  'src/ask.ts': [
    'src/domain',
    'src/brief',
    'src/as-corrected.ts',
    'src/asked.ts',
    'src/corrected-since.ts',
    'src/counted.ts',
    'src/gather.ts',
    'src/ports.ts',
    'src/statement-mark.ts',
    'src/target.ts',
  ],
  'src/gather.ts': [
    'src/domain',
    'src/brief',
    'src/store/contract.ts',
    'src/asked.ts',
    'src/counted.ts',
    'src/labels.ts',
    'src/select',
    'src/ports.ts',
    'src/target.ts',
  ],
  'src/select': [
    'src/domain',
    'src/brief',
    'src/store/contract.ts',
    'src/asked.ts',
    'src/named.ts',
    'src/ports.ts',
    'src/target.ts',
  ],
  'src/trust': [
    'src/domain',
    'src/ingest/fold.ts',
    'src/ingest/lexicon.ts',
    'src/ingest/outlets.ts',
    'src/ports.ts',
    'src/store/list-file.ts',
    'src/store/source-contract.ts',
    'zod',
  ],
  'src/sources': [
    'src/domain',
    'src/ingest/canonical-url.ts',
    'src/ingest/opml.ts',
    'src/ingest/same-site.ts',
    'src/labels.ts',
    'src/ports.ts',
    'src/store/contract.ts',
    'src/store/source-contract.ts',
    'zod',
    'node:timers/promises',
  ],
  'src/digests': ['src/domain', 'src/digest', 'src/store/digest-contract.ts', 'src/store/review-contract.ts'],
  'src/compose-digests.ts': ['src/domain', 'src/compose-digest.ts', 'src/digests', 'src/new-id.ts', 'src/ports.ts'],
  'src/track': [
    'src/domain',
    'src/digest/channel.ts',
    'src/digest/zone.ts',
    'src/store/track-contract.ts',
    'node:crypto',
  ],
  'src/compose-alert.ts': [
    'src/domain',
    'src/brief/build.ts',
    'src/brief/news',
    'src/store/track-contract.ts',
    'src/track/quiet.ts',
    'src/as-corrected.ts',
    'src/asked.ts',
    'src/gather.ts',
    'src/ports.ts',
    'src/target.ts',
    'node:crypto',
  ],
  'src/follow-tracks.ts': [
    'src/domain',
    'src/brief/news/known.ts',
    'src/compose-alert.ts',
    'src/store/track-contract.ts',
    'src/ports.ts',
    'src/target.ts',
    'node:timers/promises',
  ],
  'src/deliver-alerts.ts': [
    'src/domain',
    'src/compose-alert.ts',
    'src/digest/queue.ts',
    'src/follow-tracks.ts',
    'src/ports.ts',
    'src/store/track-contract.ts',
    'src/track',
    'src/until-stopped.ts',
    'node:',
  ],
  'src/until-stopped.ts': [],
  'src/tracks': ['src/domain', 'src/digest/zone-names.ts', 'src/digests/warnings.ts', 'src/store/track-contract.ts'],
  'src/compose-tracks.ts': [
    'src/domain',
    'src/compose-alert.ts',
    'src/follow-tracks.ts',
    'src/new-id.ts',
    'src/ports.ts',
    'src/store/track-contract.ts',
    'src/target.ts',
    'src/tracks',
  ],
  'src/deliveries.ts': ['src'],
  'src/note-alerts.ts': ['src/domain', 'src/deliver/digest/parts.ts', 'src/track/channel.ts'],
  'src/travel': [
    'src/domain',
    'src/store/correction-contract.ts',
    'src/store/printed-contract.ts',
    'node:timers/promises',
  ],
  'src/travel-corrections.ts': ['src/travel', 'src/deliver/printed-page.ts', 'node:crypto'],
  'src/note-digests.ts': ['src/domain', 'src/deliver/digest/printed.ts', 'src/digest/channel.ts'],
  'src/printed-notes.ts': ['src/domain', 'src/store/printed-contract.ts'],
  'src/gone-servers.ts': ['src/domain', 'src/ports.ts', 'zod'],
  'src/deliver-digests.ts': [
    'src/domain',
    'src/brief/without-lines.ts',
    'src/digest',
    'src/digests/ports.ts',
    'src/until-stopped.ts',
    'src/word-digest.ts',
    'node:crypto',
  ],
  'src/review-board.ts': [
    'src/domain',
    'src/deliver/digest/board.ts',
    'src/deliver/message.ts',
    'src/digest',
    'src/render/review-page.ts',
  ],
  'src/source-documents.ts': [
    'src/domain',
    'src/admit.ts',
    'src/ingest/plain-text.ts',
    'src/model-reading.ts',
    'src/reading',
    'src/sources/ports.ts',
  ],
  'src/compose-sources.ts': [
    'src/domain',
    'src/model-reading.ts',
    'src/ports.ts',
    'src/reading',
    'src/source/fetching.ts',
    'src/source-documents.ts',
    'src/sources',
    'src/trust/open-trust.ts',
    'node:',
  ],
  'src/metrics': [
    'src/domain',
    'src/log.ts',
    'src/sources/reading.ts',
    'src/store/contract.ts',
    'src/store/printed-contract.ts',
    'src/store/source-contract.ts',
    'node:',
  ],
  'src/tell-moderators.ts': [
    'src/domain',
    'src/deliver/channel-post.ts',
    'src/digest/notice.ts',
    'src/log.ts',
    'src/render/digest-notice.ts',
    'src/render/mistake-pages.ts',
    'src/render/source-notice.ts',
    'src/render/track-notice.ts',
    'node:crypto',
  ],
  'src/labels.ts': ['src/domain'],
  'src/admit.ts': ['src/domain', 'src/ingest/canonical-url.ts', 'src/ingest/reading.ts', 'zod', 'node:'],
  'src/reader.ts': [
    'src/domain',
    'src/ingest',
    'src/extract/bounds.ts',
    'src/extract/document.ts',
    'src/admit.ts',
    'zod',
  ],
  'src/erase.ts': ['src/domain', 'src/sources/contract.ts', 'src/tracks/contract.ts', 'node:timers/promises'],
  'src/kept-briefs.ts': ['src/domain', 'src/ports.ts'],
  'src/kept-members.ts': ['src/domain', 'src/ports.ts'],
  'src/catch-up.ts': [
    'src/domain',
    'src/brief/news',
    'src/asked.ts',
    'src/counted.ts',
    'src/kept-members.ts',
    'src/ports.ts',
    'src/target.ts',
  ],
  'src/compose-digest.ts': [
    'src/domain',
    'src/brief/build.ts',
    'src/brief/news',
    'src/digest/work.ts',
    'src/store/digest-contract.ts',
    'src/asked.ts',
    'src/corrected-since.ts',
    'src/counted.ts',
    'src/gather.ts',
    'src/ports.ts',
    'src/statement-mark.ts',
    'src/target.ts',
  ],
  'src/target.ts': [
    'src/domain',
    'src/brief',
    'src/asked.ts',
    'src/filter-target.ts',
    'src/named.ts',
    'src/ports.ts',
    'src/store/contract.ts',
  ],
  'src/as-corrected.ts': ['src/domain', 'src/store/correction-contract.ts'],
  'src/new-id.ts': ['node:crypto'],
  'src/statement-mark.ts': ['node:crypto'],
  'src/corrected-since.ts': [
    'src/domain',
    'src/labels.ts',
    'src/ports.ts',
    'src/statement-mark.ts',
    'src/store/digest-contract.ts',
    'node:timers/promises',
  ],
  'src/corrections': [
    'src/domain',
    'src/store/contract.ts',
    'src/store/correction-contract.ts',
    'src/store/mistake-contract.ts',
    'src/store/printed-contract.ts',
    'zod',
    'node:timers/promises',
  ],
  'src/compose-corrections.ts': [
    'src/domain',
    'src/brief',
    'src/corrections',
    'src/labels.ts',
    'src/new-id.ts',
    'src/ports.ts',
    'src/store/correction-contract.ts',
    'src/store/mistake-contract.ts',
  ],
  'src/filter-target.ts': ['src/domain', 'src/asked.ts', 'src/named.ts', 'src/ports.ts'],
  'src/named.ts': ['src/domain', 'src/brief', 'src/store/contract.ts', 'src/asked.ts', 'src/ports.ts'],
  'src/compose.ts': [
    'src/domain',
    'src/brief/event',
    'src/store',
    'src/trust',
    'src/app.ts',
    'src/channels.ts',
    'src/compose-corrections.ts',
    'src/compose-digest.ts',
    'src/compose-digests.ts',
    'src/compose-sources.ts',
    'src/compose-tracks.ts',
    'src/compose-model.ts',
    'src/compose-wording.ts',
    'src/digests/ports.ts',
    'src/ingest/canonical-url.ts',
    'src/load.ts',
    'src/metrics',
    'src/model',
    'src/ports.ts',
    'src/printed-notes.ts',
    'src/reading',
    'src/sources/reading.ts',
    'src/word-digest.ts',
    'node:',
  ],
  'src/load.ts': ['src/domain', 'src/store', 'src/ports.ts', 'zod', 'node:'],
  'src/config.ts': ['src/domain', 'zod'],
  'src/channels.ts': ['src/domain'],
  'src/log.ts': ['pino'],
  'src/reading-lexicon.ts': ['src/ingest/lexicon.ts', 'node:'],
  'src/place.ts': ['zod', 'node:'],
  'src/exit.ts': ['src/store/sqlite/open.ts'],
  'src/schedule.ts': ['node-cron'],
  'src/message': ['src/domain', 'src/reader.ts'],
  'src/reading': [
    'src/domain',
    'src/admit.ts',
    'src/ingest',
    'src/message/read.ts',
    'src/model-claims/answer.ts',
    'src/model-reading.ts',
    'src/open-reader.ts',
    'src/reader.ts',
    'src/reading-lexicon.ts',
    'src/apart',
    'zod',
    'node:',
  ],
  'src/apart': ['zod', 'node:'],
  'src/open-reader.ts': [
    'src/domain',
    'src/extract/extract.ts',
    'src/extraction-data.ts',
    'src/model-claims/told-extractor.ts',
    'src/reader.ts',
    'src/reading-lexicon.ts',
    'src/store/gazetteer-files.ts',
    'src/told-reader.ts',
  ],
  'src/cli': ['src', 'commands', 'zod', 'node:'],
  'src/cli.ts': ['src', 'zod', 'node:'],
  'src/edges.ts': ['src', 'commands'],
  'src/main.ts': ['src', 'commands', 'node:'],
};

/** What one place alone knows: packages, so that they can be exchanged, and training, which is no part of the running bot. */
const HOMES: Readonly<Record<string, string>> = {
  'wink-nlp': 'src/extract/language',
  'wink-eng-lite-web-model': 'src/extract/language',
  parse5: 'src/ingest/page',
  '@mozilla/readability': 'src/ingest/page/readable.ts',
  linkedom: 'src/ingest/page/readable.ts',
  feedsmith: 'src/ingest',
  htmlparser2: 'src/ingest/feed',
  keyv: 'src/store',
  '@resvg/resvg-js': 'src/picture',
  'd3-geo': 'src/picture',
  hono: 'src/preview',
  'node-cron': 'src/schedule.ts',
  openai: 'src/model',
  pino: 'src/log.ts',
  undici: 'src/source',
  'src/train': 'src/train',
};

interface Import {
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every file is read and parsed once, whatever is asked of it. */
function once<T>(read: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>();
  return (file) => {
    const made = known.get(file) ?? read(file);
    known.set(file, made);
    return made;
  };
}

const textOf = once((file) => readFileSync(join(ROOT, file), 'utf8'));

/** Imports of a file: packages by name, own files by their path from the root. */
const importsOf = once((file): readonly Import[] => {
  const found = textOf(file).matchAll(
    /(?:^(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?|\bimport\()['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, type, to = '']) => ({
    to: to.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), to)) : to,
    typeOnly: type !== undefined,
  }));
});

const placeOf = (file: string): string =>
  Object.keys(MAY_IMPORT)
    .filter((place) => file === place || file.startsWith(`${place}/`))
    .sort((a, b) => b.length - a.length)[0] ?? '';

const isWithin = (to: string, place: string): boolean =>
  to === place || to.startsWith(`${place}/`) || (place.endsWith(':') && to.startsWith(place));

describe('imports', () => {
  test.for(FILES)('%s imports only what its place may', (file) => {
    const place = placeOf(file);
    expect(place, 'every file has a place in the table').not.toBe('');
    const allowed = [...(MAY_IMPORT[place] ?? []), ...(place.endsWith('.ts') ? [] : [place])];
    const stray = importsOf(file).filter(({ to }) => !allowed.some((ok) => isWithin(to, ok)));
    expect(stray.map(({ to }) => to)).toEqual([]);
  });

  test.for(Object.entries(HOMES))('%s is known in %s alone', ([name, home]) => {
    const users = FILES.filter((file) => importsOf(file).some(({ to }) => isWithin(to, name)));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !isWithin(file, home))).toEqual([]);
  });

  test('no file reaches itself through value imports', () => {
    const graph = new Map(
      FILES.map((file) => [
        file,
        importsOf(file)
          .filter((i) => !i.typeOnly)
          .map((i) => i.to),
      ]),
    );
    const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
      (graph.get(from) ?? []).some((to) => to === goal || (!seen.has(to) && reaches(to, goal, seen.add(to))));
    expect(FILES.filter((file) => reaches(file, file, new Set()))).toEqual([]);
  });
});

/** The tree as plain nodes, whatever their kind. */
function nodesOf(node: unknown, found: AnyNode[] = []): readonly AnyNode[] {
  if (typeof node !== 'object' || node === null) return found;
  if ('type' in node && typeof node.type === 'string') found.push(node as AnyNode);
  for (const value of Object.values(node)) nodesOf(value, found);
  return found;
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

/** Lines of each function of a file, nested ones counted in their own right too. */
const functionLines = once((file): readonly number[] => {
  const code = stripTypeScriptTypes(textOf(file));
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  return nodesOf(tree)
    .filter(({ type }) => FUNCTIONS.includes(type))
    .map(({ loc }) => (loc ? loc.end.line - loc.start.line + 1 : 0));
});

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * q)] ?? 0;

describe('sizes', () => {
  const lines = FILES.map((file) => textOf(file).split('\n').length - 1);

  test.for(FILES)('%s has at most 300 lines and no function of over 50', (file) => {
    expect(textOf(file).split('\n').length - 1).toBeLessThanOrEqual(300);
    expect(Math.max(0, ...functionLines(file))).toBeLessThanOrEqual(50);
  });

  test('nine files in ten have at most 200 lines', () => {
    expect(quantile(lines, 0.9)).toBeLessThanOrEqual(200);
  });

  test('half of the functions have at most 10 lines, nine in ten at most 25', () => {
    const all = FILES.flatMap(functionLines);
    expect(all.length).toBeGreaterThan(100);
    expect([quantile(all, 0.5) <= 10, quantile(all, 0.9) <= 25]).toEqual([true, true]);
  });
});
