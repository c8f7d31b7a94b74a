import { expect, test } from '@playwright/test';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`while a page is fetched in ${locale}, the one before it stands and says so`, async ({ page }) => {
    await page.goto(`/${locale}`);
    const main = page.getByRole('main');
    const told = page.getByTestId('page-wait');
    await expect(main).toHaveAttribute('aria-busy', 'false');
    let send: () => void = () => undefined;
    const isToCome = new Promise<void>((resolve) => (send = resolve));
    await page.route(/\/ports\?/, async (route) => {
      await isToCome;
      await route.continue();
    });
    const heading = await main.getByRole('heading').first().textContent();
    await page.getByRole('link', { name: words.app.ports, exact: true }).click();
    await expect(main).toHaveAttribute('aria-busy', 'true');
    await expect(told).toHaveText(words.app.loading);
    await expect(main.getByRole('heading').first()).toHaveText(heading ?? '');
    send();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.ports.title);
    await expect(main).toHaveAttribute('aria-busy', 'false');
    await expect(told).toBeEmpty();
  });
}
