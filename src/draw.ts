import type { PictureSpec } from './domain/picture.ts';

type Draw = (spec: PictureSpec) => Promise<Uint8Array>;

/** Draws pictures. What it takes to draw is loaded with the first one: a bot that is asked for none starts and stays as small. */
export function createDraw(dataDir: string): Draw {
  let drawing: Promise<Draw> | null = null;
  const load = (): Promise<Draw> => {
    drawing ??= loadDraw(dataDir);
    return drawing;
  };
  return async (spec) => (await load())(spec);
}

async function loadDraw(dataDir: string): Promise<Draw> {
  const [{ drawPicture }, { loadPictureAssets }] = await Promise.all([
    import('./picture/draw.ts'),
    import('./picture/assets.ts'),
  ]);
  const assets = await loadPictureAssets(dataDir);
  return (spec) => drawPicture(spec, assets);
}
