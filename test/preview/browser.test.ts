import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, test as base, beforeAll, describe, expect } from 'vitest';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { ANNOUNCED } from '../support/echo-command.ts';
import { ownPort } from '../support/own-port.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { type RunningPreview, runPreview } from '../support/preview.ts';
import { withFolder } from '../support/sitrep.ts';

interface Opened {
  readonly page: Page;
  /** Errors on the page, and requests that left its origin. */
  readonly troubles: readonly string[];
}

const test = base.extend<{ readonly preview: RunningPreview; readonly opened: Opened }>({
  preview: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from its first parameter
    async ({}, use) => {
      await withFolder(async (folder) => {
        const preview = await runPreview(folder, { ackAfterMs: ANNOUNCED.whenSlow });
        await use(preview);
        await preview.stop();
      });
    },
    { scope: 'file' },
  ],
  opened: async ({ preview }, use) => {
    const opened = await open(preview);
    await use(opened);
    await opened.page.context().close();
    expect([...opened.troubles, ...preview.failures]).toEqual([]);
  },
});

let browser: Browser;
beforeAll(async () => {
  if (CHROMIUM !== undefined) browser = await launchChromium();
});
afterAll(() => browser?.close());

async function open(preview: RunningPreview, over: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1100, height: 800 },
    reducedMotion: 'reduce',
    ...over,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && troubles.push(line.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${preview.url}/`)) troubles.push(request.url());
  });
  await page.goto(preview.url);
  await page.locator('.example').first().waitFor();
  return { page, troubles };
}

/** All at once, as when it is pasted. */
async function sent(page: Page, line: string): Promise<void> {
  await page.locator('.plain').focus();
  await page.keyboard.insertText(line);
  await page.keyboard.press('Enter');
}

/** Notes from now on whether an element of this kind ever stands on the page, however short: a busy machine would miss it by looking. */
async function noted(page: Page, selector: string): Promise<() => Promise<boolean>> {
  const seen = await page.locator('body').evaluateHandle((body, wanted) => {
    const note = { seen: false };
    const view = body.ownerDocument.defaultView;
    if (!view) return note;
    new view.MutationObserver(() => {
      note.seen ||= body.querySelector(wanted) !== null;
    }).observe(body, { childList: true, subtree: true });
    return note;
  }, selector);
  return () => seen.evaluate((note) => note.seen);
}

const message = (page: Page, nth: number): Locator => page.locator('.message').nth(nth);
const titleOf = (at: Locator): Locator => at.locator('.container h4').first();
const button = (at: Locator, name: RegExp): Locator => at.getByRole('button', { name });
const line = (page: Page): Locator => page.locator('#line');

/** Waits until the picture is loaded, and is as large as `aDraw` draws it. */
const loaded = (picture: Locator): Promise<void> =>
  expect
    .poll(() => picture.evaluate((at) => [Reflect.get(at, 'naturalWidth'), Reflect.get(at, 'naturalHeight')]), {
      timeout: PATIENCE_MS,
    })
    .toEqual([800, 450]);

/** Waits until a press is over that has drawn `shown` in the place of its button: the message then has the keyboard again. */
async function redrawn(page: Page, shown: Locator): Promise<void> {
  await shown.waitFor();
  await page.locator('.message :focus, .message:focus').waitFor();
}

describe.skipIf(CHROMIUM === undefined)('in a browser (skipped where there is no Chromium)', () => {
  test('/summary kharkiv as plain text is answered, each line with its linked sources', async ({
    opened: { page },
  }) => {
    await page.keyboard.type('/summary kharkiv');
    await page.keyboard.press('Enter');
    const answer = message(page, 0);
    await titleOf(answer).waitFor();
    expect(await titleOf(answer).textContent()).toContain('Kharkiv');
    const items = await answer
      .locator('li')
      .evaluateAll((all) =>
        all.map((item) => [...item.querySelectorAll('a')].map((a) => [a.textContent, a.href, a.target, a.rel])),
      );
    expect(items.length).toBeGreaterThan(5);
    for (const links of items) {
      expect(links.length).toBeGreaterThan(0);
      for (const [label, href, target, rel] of links) {
        expect([label, target, rel]).toEqual([expect.stringMatching(/^\[\d+\]$/), '_blank', 'noopener noreferrer']);
        expect(href).toMatch(/^https?:\/\/(?!localhost)/);
      }
    }
  });

  test('a menu picks one of several: of a line that is to be marked as wrong, one source', async ({
    opened: { page },
  }) => {
    await sent(page, '/summary kharkiv private:true');
    const answer = message(page, 0);
    await button(answer, /^Evidence/).click();
    await redrawn(page, button(answer, /^Back/));
    const code = await answer.locator('code').first().textContent();
    await sent(page, `/correct mark id:${code} reason:A drill.`);
    const proposal = message(page, 1);
    const menu = proposal.getByRole('combobox');
    const sideways = await proposal.locator('.container').evaluate((at) => at.scrollWidth - at.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    expect(await menu.locator('option').allTextContents()).toContain('All of them');
    await menu.selectOption({ index: 2 });
    await redrawn(page, proposal.getByText(/^1 statement would/));
    expect(await page.getByText('cannot draw').count()).toBe(0);
  });

  test('the buttons work: evidence, back, next page, sources, share', async ({ opened: { page } }) => {
    await sent(page, '/summary kharkiv private:true');
    const answer = message(page, 0);
    const first = await titleOf(answer).textContent();
    const page1 = await answer.locator('.text').allTextContents();
    await button(answer, /^Evidence/).click();
    await redrawn(page, button(answer, /^Back/));
    expect(await answer.getByText('paragraph').count()).toBeGreaterThan(0);
    await button(answer, /^Back/).click();
    await redrawn(page, button(answer, /^Evidence/));
    expect(await titleOf(answer).textContent()).toBe(first);
    await button(answer, /^Next/).click();
    await redrawn(page, button(answer, /^2\//));
    expect(await answer.locator('.text').allTextContents()).not.toEqual(page1);
    await button(answer, /^Sources/).click();
    await redrawn(page, button(answer, /^Back/));
    expect(await answer.getByText(/\d{4}/).count()).toBeGreaterThan(0);
    await button(answer, /^Back/).click();
    await redrawn(page, button(answer, /^Evidence/));
    await button(answer, /^Share/).click();
    await titleOf(message(page, 1)).waitFor();
    expect(await titleOf(message(page, 1)).textContent()).toBe(first);
    expect(await page.locator('.only-you').count()).toBe(1);
    await button(answer, /^Dismiss/).click();
    expect(await page.locator('.message').count()).toBe(1);
  });

  test('by keyboard alone: pick a command, a suggestion and an option, send, press a button, and again with ↑', async ({
    opened: { page },
  }) => {
    const key = (name: string) => page.keyboard.press(name);
    await page.keyboard.type('/su');
    await key('Enter');
    // Typed at one go once the list for nothing is there: slower, and the list for less of it might be taken for this one.
    await page.locator('#choice-0').waitFor();
    expect(await page.locator('#choice-0').textContent()).not.toContain('Kharkiv');
    await page.keyboard.insertText('khark');
    await page
      .locator('#choice-0')
      .getByText(/Kharkiv.*\d+ claims/)
      .waitFor();
    await key('ArrowDown');
    expect(await page.locator(':focus').getAttribute('aria-activedescendant')).toBe('choice-0');
    await key('Enter');
    await page.keyboard.type('abo');
    await key('Enter');
    await page.keyboard.type('troop');
    await key('Enter');
    await key('Escape');
    await key('Enter');
    const answer = message(page, 0);
    await titleOf(answer).waitFor();
    expect(await answer.locator('.cause').textContent()).toMatch(
      /^You used \/summary query: Kharkiv.* · about: Troop movements$/,
    );
    for (
      let presses = 0;
      !(await button(answer, /^Sources/).evaluate((at) => at === at.ownerDocument.activeElement));
      presses += 1
    ) {
      expect(presses).toBeLessThan(60);
      await key('Shift+Tab');
    }
    await key('Enter');
    await redrawn(page, button(answer, /^Back/));
    await page.locator('.plain').focus();
    await key('ArrowUp');
    expect(await line(page).locator('.chip').count()).toBe(2);
    await key('Enter');
    await titleOf(message(page, 1)).waitFor();
  });

  test('what cannot be sent is said, and Escape clears the line', async ({ opened: { page } }) => {
    const problem = page.locator('#problem');
    await sent(page, 'kharkiv');
    expect(await problem.textContent()).toContain('Only commands');
    await page.keyboard.press('Escape');
    await sent(page, '/nothing');
    expect(await problem.textContent()).toContain('no such command');
    await page.keyboard.press('Escape');
    await page.keyboard.type('/summary ');
    await page.keyboard.press('Enter');
    expect(await problem.textContent()).toContain('required');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect([await problem.textContent(), await line(page).locator('input').inputValue()]).toEqual(['', '']);
    expect(await page.locator('.message').count()).toBe(0);
  });

  test('an answer that takes its time is announced, buttons change or answer, and markup that people write stays text', async ({
    opened: { page },
  }) => {
    const announced = await noted(page, '.thinking');
    await sent(page, '/echo slow one');
    await message(page, 0).locator('.container').getByText('slow one').waitFor();
    expect(await announced()).toBe(true);
    await sent(page, '/echo ok');
    await button(message(page, 1), /^Change/).click();
    await redrawn(page, message(page, 1).locator('.container').getByText('change', { exact: true }));
    await button(message(page, 0), /^Tell/).click();
    await message(page, 2).locator('.container').waitFor();
    await sent(page, '/echo <b>**x**</b>');
    await message(page, 3).locator('.container').getByText('<b>**x**</b>').waitFor();
  });

  test('a picture is drawn with its words, and buttons change it and take it away', async ({ opened: { page } }) => {
    await sent(page, '/paint a map');
    const answer = message(page, 0);
    const picture = answer.getByRole('img', { name: 'It shows a map.' });
    await loaded(picture);
    expect(
      await answer.locator('.container').evaluate((at) => [...at.children].map(({ className }) => className)),
    ).toEqual(['text', 'gallery', 'text', 'row']);
    await answer.getByText('In words').click();
    await answer.getByText('It shows a map.').waitFor();
    await button(answer, /^other/).click();
    await redrawn(page, answer.getByRole('img', { name: 'It shows other.' }));
    await button(answer, /^drop/).click();
    await redrawn(page, answer.getByText('gone'));
    expect(await answer.locator('figure').count()).toBe(0);
  });

  test('a file is saved with a press, under its name', async ({ opened: { page } }) => {
    await sent(page, '/export blinken');
    const link = message(page, 0).getByRole('link', { name: /^sitrep-summary-[0-9a-z]{8}\.csv$/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe(await link.textContent());
  });

  test('a picture on a phone is no wider than its message, light and dark', async ({ preview }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, troubles } = await open(preview, {
        viewport: { width: 360, height: 740 },
        colorScheme,
        isMobile: true,
      });
      await sent(page, '/paint a map');
      const picture = message(page, 0).getByRole('img', { name: 'It shows a map.' });
      await loaded(picture);
      const box = await picture.boundingBox();
      const container = await message(page, 0).locator('.container').boundingBox();
      expect(Math.round(((box?.width ?? 0) / (box?.height ?? 1) / (800 / 450)) * 100)).toBe(100);
      expect(box?.width).toBeGreaterThan(200);
      expect(box?.width).toBeLessThan(container?.width ?? 0);
      const sideways = await page
        .locator('html, .container')
        .evaluateAll((all) => Math.max(...all.map((at) => at.scrollWidth - at.clientWidth)));
      expect(sideways).toBeLessThanOrEqual(0);
      await page.context().close();
      expect(troubles).toEqual([]);
    }
  });

  test('Ukrainian throughout, and light and dark', async ({ opened: { page } }) => {
    await page.setViewportSize({ width: 800, height: 800 });
    await page.locator('#language').click();
    expect(await page.locator('.welcome h2').textContent()).toContain('Вітаємо');
    const ends = await page
      .locator('header, #composer')
      .evaluateAll((all) => all.map((at) => at.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(800);
    await page.locator('.example').getByText('/довідка').waitFor();
    await page.locator('.plain').focus();
    await sent(page, '/зведення харків');
    await titleOf(message(page, 0)).getByText('Харків').waitFor();
    const background = () =>
      page.locator('.box').evaluate((at) => at.ownerDocument.defaultView?.getComputedStyle(at).backgroundColor);
    const before = await background();
    await page.locator('#theme').click();
    expect(await background()).not.toBe(before);
    await page.locator('.example').getByText('/зведення').first().waitFor(); // nothing is asked for any more
    await page.reload();
    await page.locator('.example').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  test('on a phone of 360 pixels nothing scrolls sideways, and what is touched is large enough', async ({
    preview,
  }) => {
    const { page, troubles } = await open(preview, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const overflow = () =>
      page
        .locator('html, #scroller, #composer, .container')
        .evaluateAll((all) => Math.max(...all.map((at) => at.scrollWidth - at.clientWidth)));
    await page.locator('.plain').tap();
    await page.keyboard.type('/summary kharkiv');
    await page.getByRole('option').first().waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.locator('#send').tap();
    await titleOf(message(page, 0)).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    const heights = await page
      .locator('button:visible')
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().height)));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await page.context().close();
    expect(troubles).toEqual([]);
  });

  test('buttons work after a restart; while the server is away, that is said', () =>
    withFolder(async (folder) => {
      const port = await ownPort();
      const before = await runPreview(folder, { port });
      const { page } = await open(before);
      await sent(page, '/summary kharkiv');
      await titleOf(message(page, 0)).waitFor();
      await before.stop();
      await button(message(page, 0), /^Evidence/).click();
      await message(page, 1).getByText('did not answer').waitFor();
      const after = await runPreview(folder, { port });
      await button(message(page, 0), /^Evidence/).click();
      await message(page, 0).getByText('paragraph').first().waitFor();
      await page.context().close();
      await after.stop();
    }));

  test('a form takes the keyboard, comes back when it is submitted, and is given up with Escape', async ({
    opened: { page },
  }) => {
    await sent(page, '/source paste');
    const form = page.getByRole('dialog', { name: 'Paste a text' });
    await form.waitFor();
    expect(await message(page, 0).count()).toBe(0);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await line(page).locator('input:focus').count()).toBe(1);
    await sent(page, '/source paste');
    await form.waitFor();
    await page.keyboard.insertText('Four words of text.\nAnd a second line.');
    await page.keyboard.press('Control+Enter');
    expect(await form.getByLabel('Publisher').evaluate((field) => field.matches(':invalid'))).toBe(true);
    await form.getByLabel('Publisher').fill('The Daily');
    await page.keyboard.press('Enter');
    await titleOf(message(page, 0)).waitFor();
    expect(await titleOf(message(page, 0)).textContent()).toBe('Dry run: The Daily');
    expect(await message(page, 0).locator('.only-you').count()).toBe(1);
  });

  test('a file is chosen, shown by its name, and sent', async ({ opened: { page } }) => {
    await page.locator('.plain').focus();
    await page.keyboard.insertText('/source import ');
    const chooser = page.waitForEvent('filechooser');
    await line(page).locator('.file-chip input[readonly]').focus();
    await page.keyboard.press('Enter');
    const outline = '<outline type="rss" text="World" xmlUrl="https://news.example/feed"/>';
    const buffer = Buffer.from(`<opml version="2.0"><body>${outline}</body></opml>`);
    await (await chooser).setFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer });
    await expect.poll(() => line(page).locator('.file-chip input').first().inputValue()).toBe('feeds.opml');
    await page.keyboard.press('Enter');
    await titleOf(message(page, 0)).waitFor();
    expect(await titleOf(message(page, 0)).textContent()).toBe('Dry run: 1 feed');
  });
});
