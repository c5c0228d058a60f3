/** Draws docs/answer.png, the picture in the README: `node test/support/draw-answer.ts`. */
import { join } from 'node:path';
import { launchChromium } from './chromium.ts';
import { runPreview } from './preview.ts';
import { ROOT, withFolder } from './sitrep.ts';

await withFolder(async (folder) => {
  const preview = await runPreview(folder);
  const browser = await launchChromium();
  const page = await browser.newPage({
    viewport: { width: 760, height: 1400 },
    deviceScaleFactor: 2,
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  await page.goto(preview.url);
  await page.getByRole('combobox').fill('/summary kharkiv');
  await page.keyboard.press('Enter');
  await page.locator('.message .container').waitFor();
  await page.mouse.move(0, 0);
  await page.locator('.message').screenshot({ path: join(ROOT, 'docs/answer.png') });
  await browser.close();
  await preview.stop();
});
