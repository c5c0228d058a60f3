import { feedsSitrep } from './feeds/feeds-sitrep.ts';

/**
 * `node read-feeds.ts STATE_DIR PORT FEEDS`: reads what is due and brings what waits, as a running bot does. Prints `begun`,
 * then `stored N` whenever more is, and `done` when nothing is left to do.
 */
const [stateDir = '', port = '', feeds = ''] = process.argv.slice(2);
const { reading, close } = await feedsSitrep(stateDir, Number(port), Number(feeds));
let stored = 0;
const told = setInterval(() => {
  if (reading.counts().stored === stored) return;
  stored = reading.counts().stored;
  process.stdout.write(`stored ${stored}\n`);
}, 1);
process.stdout.write('begun\n');
await reading.poll();
await reading.bring();
clearInterval(told);
process.stdout.write('done\n');
await close();
