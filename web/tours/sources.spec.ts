import { expect, test } from '@playwright/test';
import { findings } from './looks.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`the sources in ${locale} say who is heard and lead to what each sent`, async ({ page }) => {
    await page.goto(`/${locale}/sources`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.sources.title);
    const source = page.getByTestId('sources').locator('li').filter({ hasText: 'ningbo-terminal' });
    await expect(source).toContainText(words.sources.counts.messages);
    await expect(source).toContainText(words.sources.rate);
    await expect(source).toContainText(words.sources.lastHour);
    // The sample world says by itself when something was received, so that nobody knows how long it waited.
    await expect(source).toContainText(words.sources.lag);
    await expect(source).toContainText(words.sources.noLag);
    await expect(page.getByTestId('intake')).toContainText(words.sources.intake.isReady);
    expect(await findings(page)).toEqual([]);

    await source.getByRole('link').click();
    const recent = page.getByTestId('recent-messages');
    await expect(recent.getByRole('row').nth(1)).toContainText(words.sources.outcomes.READ);
    await expect(page.locator('body')).not.toContainText('tl_');
    expect(await findings(page)).toEqual([]);

    await recent.getByRole('link', { name: words.sources.filters.DEAD, exact: true }).click();
    await expect(page).toHaveURL(/show=DEAD/);
    await expect(recent).toContainText(words.sources.noMessages);
  });
}

test('a source that is none is a 404', async ({ page }) => {
  const response = await page.goto('/en/sources/no-such-source');
  expect(response?.status()).toBe(404);
});
