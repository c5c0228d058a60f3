import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../domain/failure.ts';
import { checkEvidence, checkRefs, readArticleFiles } from '../store/article-files.ts';
import { checkEntities } from '../store/gazetteer-check.ts';
import { readGazetteerFiles } from '../store/gazetteer-files.ts';
import { readKnown, readOutlets } from '../trust/open-trust.ts';
import { readStarters } from '../trust/starter-file.ts';
import { type Outcome, said } from './outcome.ts';

/**
 * `sitrep check`: validates the whole data folder and names each fault with file and field.
 * @param textsDir folder with the articles' own texts as `<id>.txt`, where somebody has them: evidence is then held against them
 */
export function checkOnCommandLine(dataDir: string, textsDir: string | null): Outcome {
  const [articles, names] = [readArticleFiles(dataDir), readGazetteerFiles(dataDir)];
  const [known, starters] = [readKnown(dataDir), readStarters(dataDir, readOutlets(dataDir).entries)];
  const entities = names.files.flatMap((file) => file.entities);
  const refs = new Set(entities.flatMap(({ id, code }) => (code ? [id, code] : [id])));
  const faults: readonly Fault[] = [
    ...articles.faults,
    ...names.faults,
    ...checkEntities(names.files),
    ...checkRefs(articles.files, (ref) => refs.has(ref)),
    ...known.faults,
    ...starters.faults,
    ...(textsDir === null ? [] : articles.files.flatMap((file) => againstText(file, textsDir))),
  ];
  const claims = articles.files.reduce((sum, { content }) => sum + content.claims.length, 0);
  const sources = `${known.owners.size} owners, ${starters.entries.length} feeds`;
  const checked = `${articles.files.length} articles with ${claims} claims, ${entities.length} names, ${sources}`;
  if (faults.length === 0) return { out: said(`${checked}: no faults`), err: '', status: 0 };
  return { out: said(`${checked}: ${faults.length} faults`), err: faults.map(faultLine).join(''), status: 1 };
}

type CheckedFile = ReturnType<typeof readArticleFiles>['files'][number];

function againstText(file: CheckedFile, textsDir: string): readonly Fault[] {
  const path = join(textsDir, `${file.content.article.id}.txt`);
  if (!existsSync(path))
    return [{ file: file.file, field: 'article.text', problem: `no text to check against: ${path} is missing` }];
  return checkEvidence(file, readFileSync(path, 'utf8'));
}

const faultLine = ({ file, field, problem }: Fault): string =>
  said(field === '' ? `${file}: ${problem}` : `${file}: ${field}: ${problem}`);
