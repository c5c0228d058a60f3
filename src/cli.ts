import { run } from './cli/run.ts';
import { readEnvironment } from './place.ts';

const outcome = await run(process.argv.slice(2), readEnvironment());
process.stdout.write(outcome.out);
process.stderr.write(outcome.err);
process.exitCode = outcome.status;
