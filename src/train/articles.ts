import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Reading } from '../extract/document.ts';
import { GoldClaim } from './gold.ts';

/** An article with its annotation. */
export interface Annotated {
  readonly id: string;
  /** Articles on one event; they are never trained and tested against each other. */
  readonly cluster: string;
  readonly reading: Reading;
  readonly gold: readonly GoldClaim[];
  /** Only trained with, never tested. */
  readonly extra: boolean;
}

const Text = z.object({
  title: z.string().nullish(),
  publisher: z.string().nullish(),
  date: z.string().nullish(),
  language: z.string().nullish(),
  cluster: z.string().nullish(),
  raw_text: z.string(),
});
type AnnotatedText = z.output<typeof Text>;
const Gold = z.object({ language: z.string().nullish(), claims: z.array(GoldClaim) });
const Seeds = z.array(z.object({ id: z.string(), title: z.string(), publisher: z.string(), published: z.string() }));
const Extra = z.object({ id: z.string(), claims: z.array(GoldClaim) });
const PoolText = Text.extend({ id: z.string() });

const parsed = <T extends z.ZodType>(schema: T, path: string): z.output<T> =>
  schema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** Cleans a text as the command line does. */
export type ReadText = (text: AnnotatedText) => Reading;

/** The annotated articles of a folder with `eval` and `seeds`, in the order of their names. */
export function readAnnotated(folder: string, read: ReadText): readonly Annotated[] {
  const seeds = new Map(parsed(Seeds, join(folder, 'seeds', 'index.json')).map((seed) => [seed.id, seed]));
  return globSync('*.json', { cwd: join(folder, 'eval', 'gold') })
    .sort()
    .map((file) => {
      const id = basename(file, '.json');
      const gold = parsed(Gold, join(folder, 'eval', 'gold', file));
      const text = textOf(id, folder, seeds.get(id));
      const reading = read({ ...text, language: text.language ?? gold.language });
      return { id, cluster: text.cluster ?? id, reading, gold: gold.claims, extra: false };
    });
}

function textOf(id: string, folder: string, seed: z.output<typeof Seeds>[number] | undefined): z.output<typeof Text> {
  const path = join(folder, 'eval', 'corpus', `${id}.json`);
  if (existsSync(path)) return parsed(Text, path);
  const raw_text = readFileSync(join(folder, 'seeds', `${id}.txt`), 'utf8');
  return { title: seed?.title, publisher: seed?.publisher, date: seed?.published, raw_text };
}

/** Further articles of the pool by their annotation, a file of one JSON line each: offsets and slots, no texts. */
export function readExtra(folder: string, annotations: string, read: ReadText): readonly Annotated[] {
  const lines = (path: string): readonly string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const pool = new Map(
    lines(join(folder, 'eval', 'pool', 'pool.jsonl')).map((line) => {
      const text = PoolText.parse(JSON.parse(line));
      return [text.id, text] as const;
    }),
  );
  return lines(annotations).flatMap((line) => {
    const { id, claims } = Extra.parse(JSON.parse(line));
    const text = pool.get(id);
    return text ? [{ id, cluster: `pool ${id}`, reading: read(text), gold: claims, extra: true }] : [];
  });
}
