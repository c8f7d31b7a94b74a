import { expect, type Page, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { ADDRESSES, isOfOperators, listViews, makeShown } from './every-page.ts';
import { layoutFaults } from './layout-faults.ts';
import { toldNames } from './told-names.ts';
import { hardCodedOn } from './unbracketed.ts';
import { languages } from './words.ts';

const [{ locale, words }] = languages;

/** From now on texts are those of the pseudo language: longer, and in brackets. */
async function readPseudo(page: Page, origin: string): Promise<void> {
  await page.context().addCookies([{ name: 'pseudo', value: '1', url: origin }]);
}

test('in a language with longer texts no view has a text of its own in the code, or one that does not fit', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(900_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const account = await makeAccount(`pseudo ${info.project.name}`);
  await signIn(page, locale, words, account);
  const shown = await makeShown(page);
  const context = await browser.newContext({ viewport: page.viewportSize(), hasTouch: info.project.name === 'phone', reducedMotion: 'reduce' });
  const operator = await context.newPage();
  const { origin } = new URL(page.url());
  await readPseudo(page, origin);
  await readPseudo(operator, origin);
  // What the tour called things, the list that every firm has, and a list of codes by its id.
  const told = toldNames([account.name, account.login, `Kapok Line pseudo ${info.project.name}`, 'Stock system', 'Week 47', 'hook', 'followed', 'channels']);
  const found: string[] = [];
  for (const view of listViews()) {
    const address = ADDRESSES[view]?.(shown) ?? null;
    if (address === null) continue;
    const by = isOfOperators(view) ? operator : page;
    await by.goto(`/${locale}${address}`);
    await expect(by.locator('body'), view).toContainText('［');
    const map = by.getByTestId('map');
    if ((await map.count()) > 0) await expect(map).toHaveAttribute('data-map-state', 'drawn');
    // Whoever runs the service sees what other tours wrote, too, and these texts are theirs.
    const coded = isOfOperators(view) ? [] : await hardCodedOn(by, told);
    const faults = [...coded, ...(await layoutFaults(by))];
    found.push(...faults.map((fault) => `${view}: ${fault}`));
    await by.screenshot({ path: info.outputPath(`pseudo-${view.replaceAll(/[^a-z]+/g, '-')}.png`), fullPage: true });
  }
  await context.close();
  expect(found).toEqual([]);
}); // prettier-ignore

test('who does not ask for it reads the words of the language', async ({ page }) => {
  await page.goto(`/${locale}`);
  await expect(page.getByRole('combobox', { name: words.search.label })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('［');
});
