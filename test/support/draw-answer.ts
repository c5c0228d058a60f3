/** Draws docs/answer.png, the picture in the README, which ends where the answer's second section begins: `node test/support/draw-answer.ts`. */
import { join } from 'node:path';
import { launchChromium } from './chromium.ts';
import { runPreview } from './preview.ts';
import { ROOT, withFolder } from './sitrep.ts';

await withFolder(async (folder) => {
  const preview = await runPreview(folder);
  const browser = await launchChromium();
  const page = await browser.newPage({
    viewport: { width: 970, height: 1500 },
    deviceScaleFactor: 2,
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  await page.goto(preview.url);
  await page.getByRole('combobox').fill('/summary kharkiv');
  await page.keyboard.press('Enter');
  await page.locator('.message .container').waitFor();
  await page.mouse.move(0, 0);
  const message = await page.locator('.message').boundingBox();
  const secondSection = await page.locator('.container h5').nth(1).boundingBox();
  if (!message || !secondSection) throw new Error('the answer has less than two sections');
  const clip = { ...message, height: secondSection.y - message.y };
  await page.screenshot({ path: join(ROOT, 'docs/answer.png'), clip });
  await browser.close();
  await preview.stop();
});
