import { expect, type Page } from '@playwright/test';

/** Goes by the address of the search to the journey of a number. */
export async function openJourney(page: Page, locale: 'en' | 'zh-CN', number: string): Promise<void> {
  await page.goto(`/${locale}/find?number=${encodeURIComponent(number)}`);
  await expect(page).toHaveURL(new RegExp(`/${locale}/shipments/`));
}
