import { expect, test } from '@playwright/test';
import { mistypedContainer } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`a mistyped container in ${locale} is told its check digit is wrong`, async ({ page }) => {
    const number = mistypedContainer();
    await page.goto(`/${locale}`);
    await page.getByRole('combobox').fill(number);
    await expect(page.getByTestId('number-kinds')).toContainText(words.search.checkFail);
    await page.getByRole('combobox').press('Enter');

    const answer = page.getByTestId('nothing-found');
    await expect(answer.getByRole('heading', { level: 1 })).toContainText(number);
    const tried = answer.getByRole('row', { name: new RegExp(words.schemes.CONTAINER) });
    await expect(tried).toContainText(words.find.check_FAIL);
    await expect(page.getByRole('combobox')).toHaveValue(number);
  });
}

test('an address that names no cargo is a 404 with a way on', async ({ page }) => {
  const response = await page.goto('/en/shipments/no-such-cargo');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('combobox')).toBeVisible();
});
