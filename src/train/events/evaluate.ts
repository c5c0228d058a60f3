import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refsOf } from '../../domain/claim.ts';
import type { Entity } from '../../domain/entity.ts';
import { DATA_FOLDER } from '../../place.ts';
import { readGazetteerFiles } from '../../store/gazetteer-files.ts';
import { articleOf, type EventLabels, labelledPairs, readEventLabels } from '../event-labels.ts';
import { BESIDE } from '../prepare.ts';
import { type FirstScreen, firstScreenOf } from './first-screen.ts';
import { canonicalBy, type GoldArticle, readGoldArticle } from './gold-articles.ts';
import { intervalOf, type JudgedPair, judgePairs, outcomesOf, placesIn, precisionOf, recallOf } from './merging.ts';

const PAGE = join(DATA_FOLDER, '..', 'docs', 'events.md');
const HEADING = '## Figures';

/** Measures merging and first screens on the labelled clusters, and writes the figures into docs/events.md. */
export async function evaluateEvents(): Promise<string> {
  const labels = readEventLabels(join(DATA_FOLDER, 'training', 'event-labels.json'));
  const entities = readGazetteerFiles(DATA_FOLDER).files.flatMap((file) => file.entities);
  const canonical = canonicalBy(entities);
  const pairs = labelledPairs(labels);
  const ids = [...new Set(pairs.flatMap(({ claims }) => claims.map(articleOf)))].sort();
  const articles = new Map(ids.map((id) => [id, readGoldArticle(BESIDE, id, canonical)]));
  const judged = judgePairs(pairs, articles, placesIn(entities));
  const screens = await screensOf(labels, articles, entities);
  const figures = [HEADING, '', intro(labels), '', mergingTable(judged), '', screenTable(screens), ''].join('\n');
  const [before = ''] = readFileSync(PAGE, 'utf8').split(`${HEADING}\n`);
  writeFileSync(PAGE, `${before}${figures}`);
  return figures;
}

async function screensOf(
  labels: EventLabels,
  articles: ReadonlyMap<string, GoldArticle>,
  entities: readonly Entity[],
): Promise<readonly FirstScreen[]> {
  const kept = namedIn([...articles.values()], entities);
  const screens: FirstScreen[] = [];
  for (const cluster of labels.clusters) screens.push(await firstScreenOf(cluster, articles, kept));
  return screens;
}

/** The entities that articles name, with all that contains them: the others only cost time. */
function namedIn(articles: readonly GoldArticle[], entities: readonly Entity[]): readonly Entity[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const named = new Set(articles.flatMap(({ claims }) => claims.flatMap((claim) => (claim ? refsOf(claim) : []))));
  // A set is walked in the order of insertion, and what is added on the way is walked too.
  for (const id of named) for (const outer of byId.get(id)?.within ?? []) named.add(outer);
  return entities.filter(({ id, code }) => named.has(id) || (code !== undefined && named.has(code)));
}

const intro = ({ clusters, across }: EventLabels): string =>
  `Written by \`npm run eval -- --only events\`: the annotated claims of ${new Set(clusters.map(({ cluster }) => cluster)).size} clusters of articles, fed in as if they had been extracted without a fault, and ${across.length} pairs of claims from two clusters that look alike. Labels were set before the rules were written. Intervals hold 95 % of 2,000 draws of whole clusters. Rules and constants were chosen while reading pairs of all of these clusters: expect less on others. The halves are told apart only to show how much the figures vary.`;

function mergingTable(judged: readonly JudgedPair[]): string {
  const clusters = [...new Set(judged.flatMap(({ cluster }) => cluster ?? []))].sort();
  const half = (parity: number) =>
    judged.filter(({ cluster }) => cluster !== null && clusters.indexOf(cluster) % 2 === parity);
  const types = [...Map.groupBy(judged, ({ type }) => type)];
  const rows = [
    ['all', judged],
    ['first half of the clusters', half(0)],
    ['second half', half(1)],
    ['within one article', judged.filter(({ within }) => within)],
    ['of two articles', judged.filter(({ within }) => !within)],
    ...types,
  ] as const;
  const head =
    '| pairs | same | different | merged rightly | wrongly | precision | recall |\n|---|---|---|---|---|---|---|';
  return [head, ...rows.map(([name, pairs]) => mergingRow(name, pairs))].join('\n');
}

function mergingRow(name: string, pairs: readonly JudgedPair[]): string {
  const outcomes = outcomesOf(pairs);
  const { together, wronglyTogether, wronglyApart, apart } = outcomes;
  const figure = (value: number, [from, to]: readonly [number, number]): string =>
    `${share(value)} (${share(from)}–${share(to)})`;
  const cells = [
    name,
    together + wronglyApart,
    apart + wronglyTogether,
    together,
    wronglyTogether,
    figure(precisionOf(outcomes), intervalOf(pairs, precisionOf)),
    figure(recallOf(outcomes), intervalOf(pairs, recallOf)),
  ];
  return `| ${cells.join(' | ')} |`;
}

const share = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

function screenTable(screens: readonly FirstScreen[]): string {
  const rows: readonly (readonly [string, readonly FirstScreen[]])[] = [
    ['all', screens],
    ...Map.groupBy(screens, ({ topic }) => topic),
  ];
  const lines = rows.map(([name, those]) => {
    const sum = (of: (screen: FirstScreen) => number): number => those.reduce((total, screen) => total + of(screen), 0);
    const claims = sum(({ claims: n }) => n);
    const cells = [
      name,
      those.length,
      claims,
      share(sum(({ printed }) => printed) / claims),
      share(sum(({ lead }) => lead) / claims),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    'How many of a cluster’s annotated claims of one type the first screen of a question about that topic tells (a claim of the same happening stands behind one of its at most twelve lines), beside the first three sentences of each article cut to as many characters:',
    '',
    '| topic | questions | claims | first screen | first sentences |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
