import { type Bag, TABLE_BITS } from '../extract/learned/bag.ts';
import { softmax, sumOf } from '../extract/learned/linear.ts';
import { createRandom, type Schedule, shuffle, step } from './logistic.ts';

/** Candidates of one slot; any of the right ones will do. Without a right one it teaches nothing. */
export interface Choice {
  readonly bags: readonly Bag[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** Adds to a table of weights those of a conditional logit model: the right candidates together shall have the largest share. */
export function trainRanking(choices: readonly Choice[], { epochs, rate, decay }: Schedule, table: Float64Array): void {
  const squares = new Float32Array(2 ** TABLE_BITS).fill(1e-6);
  const taught = choices.filter(({ right, weight }) => weight > 0 && right.includes(true) && right.includes(false));
  const order = [...taught.keys()];
  const random = createRandom(1);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) teach(taught[at] as Choice, rate, decay, table, squares);
  }
}

function teach(
  { bags, right, weight }: Choice,
  rate: number,
  decay: number,
  table: Float64Array,
  squares: Float32Array,
): void {
  const shares = softmax(bags.map((bag) => sumOf(table, bag)));
  const sum = shares.reduce((total, share, at) => total + (right[at] ? share : 0), 0);
  bags.forEach((bag, at) => {
    const share = shares[at] ?? 0;
    const wanted = right[at] ? share / Math.max(sum, 1e-9) : 0;
    step(table, squares, bag, (share - wanted) * weight, rate, decay);
  });
}
