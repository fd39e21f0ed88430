import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './chromium.ts';
import { writeMixedReport } from './write-mixed-report.ts';

const executablePath = findChromium();
const NO_CHROMIUM = 'skipped: no Chromium here; install one, or name it in CHROMIUM';

describe.skipIf(executablePath === null)(
  `the report in Chromium${executablePath === null ? ` (${NO_CHROMIUM})` : ''}`,
  () => {
    let out: string;
    /** Of the first twenty submissions, among which is every kind, in one language: the other's elements are the same. */
    let pages: string[];
    let browser: Browser;

    beforeAll(async () => {
      out = await mkdtemp(join(tmpdir(), 'report-'));
      const all = await writeMixedReport(out);
      pages = all.filter((path) =>
        /report\/(index|en\/index|.*en.*student-0[01].)\.html$/.test(path),
      );
      browser = await chromium.launch({ executablePath: executablePath ?? '' });
    });

    afterAll(async () => {
      await browser?.close();
      await rm(out, { recursive: true, force: true });
    });

    async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await go(page, path);
      return page;
    }

    async function go(page: Page, path: string): Promise<void> {
      await page.goto(pathToFileURL(join(out, path)).href);
      await page.evaluate(
        'for (const fold of document.querySelectorAll("details")) fold.open = true',
      );
    }

    test('there are pages of the class and of twenty submissions', () => {
      expect(pages).toHaveLength(22);
    });

    test('axe finds nothing on any page', async () => {
      const page = await open('report/index.html');
      for (const path of pages) {
        await go(page, path);
        expect(await violations(page), path).toEqual([]);
      }
      await page.context().close();
    });

    test('axe finds no weak contrast on any page in the dark', async () => {
      const page = await open('report/index.html', { colorScheme: 'dark' });
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(15, 19, 24)',
      );
      for (const path of pages) {
        await go(page, path);
        expect(await violations(page, 'color-contrast'), path).toEqual([]);
      }
      await page.context().close();
    });

    test('no page complains, runs what strangers wrote or asks the network', async () => {
      const page = await open('report/index.html');
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('dialog', (dialog) => complaints.push(dialog.message()));
      page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) complaints.push(request.url());
      });
      for (const path of pages) {
        await go(page, path);
        expect(await page.title()).not.toBe('owned');
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('figures are drawn', async () => {
      const page = await open('report/fr/submissions/student-000.html');
      const image = page.locator('img').first();
      await expect.poll(() => page.evaluate('document.images[0].naturalWidth')).toBe(948);
      expect(await image.getAttribute('alt')).toContain('Figure loggée sous "><img src=x');
      await page.context().close();
    });

    test('nothing is wider than a screen of 320 pixels', async () => {
      const page = await open('report/index.html', { viewport: { width: 320, height: 640 } });
      for (const path of pages) {
        await go(page, path);
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320);
      }
      await page.context().close();
    });

    test('the keyboard reaches every link, fold and table, and each shows that it is reached', async () => {
      const page = await open('report/en/submissions/student-003.html');
      const wanted = await page.locator('a[href], summary, [tabindex="0"]').count();
      const reached: unknown[] = [];
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      for (let n = 0; n < wanted; n += 1) {
        reached.push(await page.evaluate('getComputedStyle(document.activeElement).outlineWidth'));
        await page.keyboard.press('Tab');
      }
      expect(reached).toEqual(Array.from({ length: wanted }, () => '3px'));
      // After the last one the focus leaves the page.
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
      await page.context().close();
    });

    test('without scripts the skip link, the folds and the links between pages work', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(out, 'report/index.html')).href);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#main$/);
      expect(page.url()).toMatch(/#main$/);
      const fold = page.getByText('La même répartition en tableau');
      const row = page.getByRole('rowheader', { name: '0–10 %' });
      expect(await row.isVisible()).toBe(false);
      await fold.click();
      await row.waitFor({ state: 'visible' });
      expect(await row.isVisible()).toBe(true);
      await page.getByRole('link', { name: 'Read in English' }).click();
      await page.getByRole('link', { name: 'Marie Dupont' }).first().click();
      await page.waitForURL(/en\/submissions\/student-000\.html$/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Marie Dupont');
      await page.getByRole('link', { name: 'Lire en français' }).click();
      await page.waitForURL(/fr\/submissions\/student-000\.html$/);
      expect(page.url()).toMatch(/fr\/submissions\/student-000\.html$/);
      await context.close();
    });

    test('on paper every fold is open', async () => {
      const page = await open('report/en/submissions/student-000.html');
      await page.reload();
      const source = page.getByText('export default async function').first();
      expect(await source.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await source.isVisible()).toBe(true);
      await page.context().close();
    });
  },
);

/** What axe finds, as rule and element. @param rule alone, all when absent */
async function violations(page: Page, rule?: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const only = rule === undefined ? '' : `, runOnly: ['${rule}']`;
  return await page.evaluate<string[]>(
    `axe.run({ resultTypes: ['violations']${only} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}
