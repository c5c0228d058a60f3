import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DATA_FOLDER } from '../place.ts';
import { judgeAll, type Predicted, predictAll } from './cross-validate.ts';
import { FOLDS, prepare, SHARED } from './prepare.ts';
import { reportOf, Scores } from './report.ts';

/*
 * `npm run eval`: extracts from every annotated article with models fitted to the others, prints what the scorer of the
 * annotation says of it, and writes docs/quality.md. `npm run eval -- --only events`: how claims are gathered into events, into
 * docs/events.md. `npm run eval -- --only model`: what the checks make of a language model's claims, sound and corrupted ones.
 */
if (!existsSync(SHARED)) {
  console.log('skipped: the annotated articles (../shared/eval) are not beside this project');
  process.exit(0);
}

const { values } = parseArgs({ options: { only: { type: 'string' }, half: { type: 'string' } } });
if (values.only === 'events') {
  const { evaluateEvents } = await import('./events/evaluate.ts');
  console.log(await evaluateEvents());
  process.exit(0);
}

if (values.only === 'model') {
  const { evaluateModelClaims, prepareHalf } = await import('./model-claims/evaluate.ts');
  console.log(evaluateModelClaims(prepareHalf(values.half === 'development' ? 0 : 1)));
  process.exit(0);
}

const BUFFER_BYTES = 64 * 1024 * 1024;

/** What the scorer prints for predictions. */
function scored(predicted: readonly Predicted[], ...options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-eval-'));
  try {
    const file = join(folder, 'predicted.jsonl');
    writeFileSync(file, predicted.map((each) => JSON.stringify(each)).join('\n'));
    const args = [join(SHARED, 'score.mjs'), '--gold', join(SHARED, 'gold'), '--pred', file, ...options];
    return execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: BUFFER_BYTES });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const scoresOf = (predicted: readonly Predicted[]): Scores => Scores.parse(JSON.parse(scored(predicted, '--json')));

const { knowledge, lessons } = prepare();
const predicted = predictAll(lessons, judgeAll(lessons, knowledge, FOLDS), FOLDS);
const printed = predicted.map(({ article, claims }) => ({
  article,
  claims: claims.filter(({ withheld }) => !withheld),
}));
const verbose = scored(predicted, '--verbose');
const report = reportOf(scoresOf(predicted), scoresOf(printed), verbose.split('\n'), FOLDS);
writeFileSync(join(DATA_FOLDER, '..', 'docs', 'quality.md'), report);
console.log(scored(predicted));
console.log('Of these, what is printed:');
console.log(scored(printed));
