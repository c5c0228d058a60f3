import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKnowledge } from '../extraction-data.ts';
import { DATA_FOLDER } from '../place.ts';
import { readGazetteerFiles } from '../store/gazetteer-files.ts';
import { readAnnotated, readExtra } from './articles.ts';
import { judgeAll, predictAll } from './cross-validate.ts';
import { type Lesson, lessonOf, withoutRare } from './samples.ts';

/** Folds of the cross-validation. */
const FOLDS = 5;
const SHARED = join(DATA_FOLDER, '..', '..', 'shared');

export function lessonsOf(shared: string, knowledge: ReturnType<typeof readKnowledge>): readonly Lesson[] {
  const articles = [...readAnnotated(shared), ...readExtra(shared, join(DATA_FOLDER, 'training', 'annotations.jsonl'))];
  const lessons = articles.flatMap((article) => {
    const known = knowledge.get(article.reading.language);
    return known ? [lessonOf(article, known)] : [];
  });
  return withoutRare(lessons);
}

if (!existsSync(join(SHARED, 'eval'))) {
  console.log('skipped: the annotated articles (../shared/eval) are not beside this project');
  process.exit(0);
}
const startedAt = performance.now();
const entities = readGazetteerFiles(DATA_FOLDER).files.flatMap((file) => file.entities);
const knowledge = readKnowledge(DATA_FOLDER, entities);
const lessons = lessonsOf(SHARED, knowledge);
console.log(`${lessons.length} articles read in ${Math.round(performance.now() - startedAt)} ms`);
const judged = judgeAll(lessons, knowledge, FOLDS);
console.log(`models fitted after ${Math.round(performance.now() - startedAt)} ms`);
if (process.env['DUMP'])
  writeFileSync(
    process.env['DUMP'],
    JSON.stringify(
      judged.map(({ found, ...j }) => ({
        ...j,
        type: found.type,
        detection: found.detection,
        slots: Object.fromEntries(
          Object.entries(found.event.filling.slots).map(([k, v]) => [k, [v.value, v.share, v.lead]]),
        ),
        readings: Object.fromEntries(
          Object.entries(found.readings.slots).map(([k, v]) => [k, v.slice(0, 8).map((x) => [x.value, x.share])]),
        ),
        at: found.event.sentence.index,
      })),
    ),
  );
const predicted = predictAll(lessons, judged, FOLDS);
const folder = mkdtempSync(join(tmpdir(), 'sitrep-eval-'));
const file = join(folder, 'predicted.jsonl');
writeFileSync(file, predicted.map((each) => JSON.stringify(each)).join('\n'));
const score = join(SHARED, 'eval', 'score.mjs');
const args = [score, '--gold', join(SHARED, 'eval', 'gold'), '--pred', file, ...process.argv.slice(2)];
console.log(execFileSync(process.execPath, args, { encoding: 'utf8' }));
rmSync(folder, { recursive: true });
console.log(`${Math.round(performance.now() - startedAt)} ms`);
