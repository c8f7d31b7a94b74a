import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { makeAccount } from './account.ts';
import { ADDRESSES, listViews, walkEveryView } from './every-page.ts';
import { doesNotScrollSideways, findings } from './looks.ts';
import { inBothSizes, SIZES } from './sizes.ts';
import { languages } from './words.ts';

/** Kept for whoever looks the pages over: a folder for each size and language. */
const PICTURES = join(import.meta.dirname, '../screenshots');

/** `account/keys/page.tsx`: `account-keys`. */
const nameOf = (view: string): string =>
  view.replace(/(?:\/?page)?\.tsx$/, '').replaceAll(/[[\].]/g, '').replaceAll('/', '-') || 'start'; // prettier-ignore

/** What axe finds on the view that a page shows, each as one line. */
async function findingsOn(page: Page, view: string): Promise<string[]> {
  return (await findings(page)).map(
    ({ id, nodes }) => `${view}: ${id} at ${nodes.map(({ target }) => target).join(' | ')}`,
  );
}

test('every view of the app has an address here', () => {
  expect(Object.keys(ADDRESSES).toSorted()).toEqual(listViews());
});

test('every view stands under a heading and within the screen at both sizes, and is pictured; axe finds nothing', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(900_000);
  // In English from the desk, in light; in Chinese from the phone, in the dark. Each is looked at in the size of the other, too.
  const own: keyof typeof SIZES = info.project.name === 'phone' ? 'phone' : 'desktop';
  const language = languages[own === 'desktop' ? 0 : 1];
  const look = { colorScheme: own === 'desktop' ? 'light' : 'dark', reducedMotion: 'reduce' } as const;
  const folderOf = (size: string) => join(PICTURES, size, language.locale);
  // Of a view that is no more there is no picture.
  for (const size of Object.keys(SIZES)) await rm(folderOf(size), { recursive: true, force: true });
  const account = await makeAccount(`every page ${own}`);
  const found: string[] = [];
  await walkEveryView({ page, browser, language, account, look }, async (by, view) => {
    await expect(by.locator('html')).toHaveAttribute('lang', language.locale);
    await expect(by.getByRole('heading', { level: 1 }), view).toHaveCount(1);
    await expect(by.getByRole('heading', { level: 1 }), view).not.toBeEmpty();
    found.push(...(await findingsOn(by, view)));
    await inBothSizes(by, own, async (size) => {
      await doesNotScrollSideways(by);
      await by.screenshot({ path: join(folderOf(size), `${nameOf(view)}.png`), fullPage: true });
    });
  });
  expect(found).toEqual([]);
});

test('a page that fails in the browser says so, without accessibility findings', async ({ page }, info) => {
  const { locale, words } = languages[info.project.name === 'desktop' ? 0 : 1];
  // Browsers of before 2022 do not have it, and the form of alert rules asks for it.
  await page.addInitScript(() => Reflect.deleteProperty(Intl, 'supportedValuesOf'));
  await page.goto(`/${locale}/account/alerts`);
  await expect(page.getByRole('button', { name: words.errors.retry })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(words.errors.pageTitle);
  expect(await findings(page)).toEqual([]);
});
