import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { ADDRESSES, isOfOperators, listViews, makeShown } from './every-page.ts';
import { languages } from './words.ts';

/** What axe finds on the view that a page shows, each as one line. */
async function findings(page: Page, view: string): Promise<string[]> {
  const map = page.getByTestId('map');
  if ((await map.count()) > 0) await expect(map).toHaveAttribute('data-map-state', 'drawn');
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${view}: ${id} at ${nodes.map(({ target }) => target).join(' | ')}`);
} // prettier-ignore

test('every view of the app has an address here', () => {
  expect(Object.keys(ADDRESSES).toSorted()).toEqual(listViews());
});

test('no view of the app has accessibility findings', async ({ page, browser }, info) => {
  test.setTimeout(900_000);
  // Light in English on the desk, dark in Chinese on the phone.
  const isDesk = info.project.name === 'desktop';
  const { locale, words } = languages[isDesk ? 0 : 1];
  const look = { colorScheme: isDesk ? 'light' : 'dark', reducedMotion: 'reduce' } as const;
  await page.emulateMedia(look);
  await signIn(page, locale, words, await makeAccount(`every page ${info.project.name}`));
  const shown = await makeShown(page);
  const context = await browser.newContext({ ...look, viewport: page.viewportSize(), hasTouch: !isDesk });
  const operator = await context.newPage();
  const found: string[] = [];
  for (const view of listViews()) {
    const address = ADDRESSES[view]?.(shown) ?? null;
    if (address === null) continue;
    const by = isOfOperators(view) ? operator : page;
    const response = await by.goto(`/${locale}${address}`);
    // What is looked at is that view, and not where one signs in.
    expect(new URL(by.url()).pathname, view).toBe(`/${locale}${address.replace(/\?.*/, '')}`);
    expect(response?.status(), view).toBe(/not-found|\[\.\.\.rest\]/.test(view) ? 404 : 200);
    found.push(...(await findings(by, view)));
  }
  await context.close();
  expect(found).toEqual([]);
});

test('a page that fails in the browser says so, without accessibility findings', async ({ page }, info) => {
  const { locale, words } = languages[info.project.name === 'desktop' ? 0 : 1];
  // Browsers of before 2022 do not have it, and the form of alert rules asks for it.
  await page.addInitScript(() => Reflect.deleteProperty(Intl, 'supportedValuesOf'));
  await page.goto(`/${locale}/account/alerts`);
  await expect(page.getByRole('button', { name: words.errors.retry })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(words.errors.pageTitle);
  expect(await findings(page, 'error.tsx')).toEqual([]);
});
