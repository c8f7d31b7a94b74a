import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ADDRESSES, listViews, walkEveryView } from './every-page.ts';
import { doesNotScrollSideways, findings } from './looks.ts';
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

for (const [index, language] of languages.entries())
  test(`every view stands under a heading and within the screen in ${language.locale}, and is pictured; axe finds nothing`, async ({
    page,
    browser,
  }, info) => {
    test.setTimeout(900_000);
    const size = info.project.name;
    // Axe looks at light pages in English on the desk, and at dark ones in Chinese on the phone.
    const isLookedInto = (size === 'desktop') === (index === 0);
    const isDark = isLookedInto && size === 'phone';
    const folder = join(PICTURES, size, language.locale);
    // Of a view that is no more there is no picture.
    await rm(folder, { recursive: true, force: true });
    const name = `every page ${language.locale} ${size}`;
    const look = { colorScheme: isDark ? 'dark' : 'light', reducedMotion: 'reduce' } as const;
    const found: string[] = [];
    await walkEveryView({ page, browser, language, name, look }, async (by, view) => {
      await expect(by.locator('html')).toHaveAttribute('lang', language.locale);
      await expect(by.getByRole('heading', { level: 1 }), view).toHaveCount(1);
      await expect(by.getByRole('heading', { level: 1 }), view).not.toBeEmpty();
      await doesNotScrollSideways(by);
      await by.screenshot({ path: join(folder, `${nameOf(view)}.png`), fullPage: true });
      if (isLookedInto) found.push(...(await findingsOn(by, view)));
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
