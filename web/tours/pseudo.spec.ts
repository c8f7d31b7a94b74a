import { expect, test } from '@playwright/test';
import { makeAccount } from './account.ts';
import { isOfOperators, walkEveryView } from './every-page.ts';
import { layoutFaults } from './layout-faults.ts';
import { inBothSizes } from './sizes.ts';
import { toldNames } from './told-names.ts';
import { hardCodedOn } from './unbracketed.ts';
import { languages } from './words.ts';

const [language] = languages;

test('in a language with longer texts no view has a text of its own in the code, or one that does not fit', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(900_000);
  const account = await makeAccount('pseudo');
  // What the tour called things, the list that every firm has, and a list of codes by its id.
  const made = ['Kapok Line pseudo', 'Stock system', 'Week 47', 'hook', 'followed', 'channels'];
  const told = toldNames([account.name, account.login, ...made]);
  const found: string[] = [];
  const look = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
  await walkEveryView({ page, browser, language, account, isPseudo: true, look }, async (by, view) => {
    await expect(by.locator('body'), view).toContainText('［');
    // Whoever runs the service sees what other tours wrote, too, and these texts are theirs.
    const coded = isOfOperators(view) ? [] : await hardCodedOn(by, told);
    found.push(...coded.map((fault) => `${view}: ${fault}`));
    await inBothSizes(by, 'desktop', async (size) => {
      found.push(...(await layoutFaults(by)).map((fault) => `${view} (${size}): ${fault}`));
      const path = info.outputPath(`pseudo-${size}-${view.replaceAll(/[^a-z]+/g, '-')}.png`);
      await by.screenshot({ path, fullPage: true });
    });
  });
  expect(found).toEqual([]);
});

test('who does not ask for it reads the words of the language', async ({ page }) => {
  await page.goto(`/${language.locale}`);
  await expect(page.getByRole('combobox', { name: language.words.search.label })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('［');
});
