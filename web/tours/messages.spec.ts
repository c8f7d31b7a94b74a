import { expect, test } from '@playwright/test';
import { findings } from './looks.ts';
import { sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`a message in ${locale} is found by a number, opened, and found again by its hash`, async ({
    page,
  }) => {
    const number = sampleOf('MASTER_BILL');
    await page.goto(`/${locale}/messages`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.messages.title);
    await page.getByRole('searchbox', { name: words.messages.find }).fill(number);
    await page.getByRole('main').getByRole('button', { name: words.messages.submit, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`q=${number}`));
    const list = page.getByTestId('messages');
    await expect(list.getByRole('row').nth(1)).toContainText(words.sources.outcomes.READ);
    expect(await findings(page)).toEqual([]);

    await list.getByRole('rowheader').first().getByRole('link').click();
    await expect(page.getByTestId('message-facts')).toContainText(words.messages.facts.hash);
    await expect(page.getByTestId('message-text')).not.toContainText(words.messages.textNone);
    expect(await findings(page)).toEqual([]);

    const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    await page.goto(`/${locale}/messages?q=${id.slice(id.lastIndexOf(':') + 1)}`);
    await expect(list.locator('[data-message]')).toHaveCount(1);
  });
}

test('a message that is none is a 404', async ({ page }) => {
  const response = await page.goto('/en/messages/none');
  expect(response?.status()).toBe(404);
});
