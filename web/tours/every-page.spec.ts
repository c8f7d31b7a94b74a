import { expect, type Page, test } from '@playwright/test';
import { ADDRESSES, listViews, walkEveryView } from './every-page.ts';
import { findings } from './looks.ts';
import { languages } from './words.ts';

/** What axe finds on the view that a page shows, each as one line. */
async function findingsOn(page: Page, view: string): Promise<string[]> {
  return (await findings(page)).map(
    ({ id, nodes }) => `${view}: ${id} at ${nodes.map(({ target }) => target).join(' | ')}`,
  );
}

test('every view of the app has an address here', () => {
  expect(Object.keys(ADDRESSES).toSorted()).toEqual(listViews());
});

test('no view of the app has accessibility findings', async ({ page, browser }, info) => {
  test.setTimeout(900_000);
  // Light in English on the desk, dark in Chinese on the phone.
  const isDesk = info.project.name === 'desktop';
  const found: string[] = [];
  const walk = {
    page,
    browser,
    language: languages[isDesk ? 0 : 1],
    name: `every page ${info.project.name}`,
    look: { colorScheme: isDesk ? 'light' : 'dark', reducedMotion: 'reduce' },
  } as const;
  await walkEveryView(walk, async (by, view) => void found.push(...(await findingsOn(by, view))));
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
