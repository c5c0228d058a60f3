// Plain JavaScript, loaded before anything else (`node --import`): Node then keeps what it made of our TypeScript and of
// the packages, so that every start but the first skips that work.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compile'));
