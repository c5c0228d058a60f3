import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWeights } from '../extract/learned/linear.ts';
import type { ModelFile } from '../extract/model.ts';
import { DATA_FOLDER } from '../place.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import { fitGate, judgeAll, measured } from './cross-validate.ts';
import { fitModels, quantised } from './fit.ts';
import { FOLDS, prepare, SHARED } from './prepare.ts';

/*
 * `npm run train`: fits detection, slots and gate to all annotated articles and writes data/extraction/weights.bin and
 * model.json. Gate and thresholds are chosen on articles that the other models were not fitted to.
 */
if (!existsSync(SHARED)) {
  console.error('The annotated articles (../shared/eval) are not beside this project: there is nothing to train on.');
  process.exit(1);
}
const { knowledge, lessons } = prepare();
const judged = judgeAll(lessons, knowledge, FOLDS);
const gate = fitGate(judged);
const thresholds = chooseThresholds(measured(judged), lessons);
const table = fitModels(lessons);
gate.forEach((weight, place) => {
  if (weight !== 0) table[place] = weight;
});
const weights = quantised(table);
const model: ModelFile = {
  note: 'Written by `npm run train` with weights.bin, which it belongs to; see docs/extraction.md.',
  step: weights.step,
  thresholds,
};
writeFileSync(join(DATA_FOLDER, 'extraction', 'weights.bin'), writeWeights(weights));
writeFileSync(join(DATA_FOLDER, 'extraction', 'model.json'), `${JSON.stringify(model, null, 2)}\n`);
console.log(`${lessons.length} articles; ${JSON.stringify(thresholds)}`);
