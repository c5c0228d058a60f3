import { join } from 'node:path';
import { loadPictureAssets } from '../../src/picture/assets.ts';

/** What the committed data make, read once for each test file. */
export const ASSETS = await loadPictureAssets({
  dataDir: join(import.meta.dirname, '../../data'),
  disputed: 'dashed',
});
