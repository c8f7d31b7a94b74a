import { expect, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { findings } from './looks.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`the catalogue of code lists in ${locale} leads to what a code means`, async ({ page }) => {
    await page.goto(`/${locale}/codes`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.codes.title);
    await page.getByRole('searchbox', { name: words.codes.filter }).fill('codeco bgm');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /edifact-codeco\/bgm-1001/ }).click();
    const row = page.getByRole('row', { name: /^34 / });
    await expect(row).toContainText('GATED_IN');
    expect(await findings(page)).toEqual([]);
  });

  test(`a member reads what codes mean in ${locale}, and is shown none that wait for a meaning`, async ({
    page,
  }, info) => {
    await signIn(page, locale, words, await makeAccount(`codes ${locale} ${info.project.name}`));
    expect((await page.goto(`/${locale}/codes`))?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.codes.title);
    await expect(page.getByTestId('unmapped-codes')).toHaveCount(0);
    await page.getByRole('searchbox', { name: words.codes.filter }).fill('codeco bgm');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /edifact-codeco\/bgm-1001/ }).click();
    await expect(page.getByRole('row', { name: /^34 / })).toContainText('GATED_IN');
  });
}

test('a code list that is none is a 404', async ({ page }) => {
  const response = await page.goto('/en/codes/no/such-list');
  expect(response?.status()).toBe(404);
});
