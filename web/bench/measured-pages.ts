import type { Page } from '@playwright/test';

/** A page of which the Web Vitals are measured, and what its reader does there. */
export interface MeasuredPage {
  readonly name: string;
  /** Null: the journey that was found by a number. */
  readonly path: string | null;
  readonly use: (page: Page) => Promise<void>;
}

export const MEASURED_PAGES: readonly MeasuredPage[] = [
  {
    name: 'search',
    path: '/en',
    use: async (page) => {
      await page.getByRole('main').getByRole('combobox').click();
      await page.keyboard.type('CBHU9051171', { delay: 60 });
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'journey',
    path: null,
    use: async (page) => {
      await page.getByTestId('milestone').first().click();
      await page.getByTestId('milestone').last().click();
      await page.keyboard.press('Tab');
    },
  },
  {
    name: 'list',
    path: '/en/shipments',
    use: async (page) => {
      await page.getByRole('search').locator('summary').click();
      await page.getByRole('search').getByRole('textbox').first().fill('COSU');
      await page.keyboard.type('6412', { delay: 60 });
    },
  },
  {
    name: 'port',
    path: '/en/ports/CNNBO',
    use: async (page) => {
      // What moves and waits differs from hour to hour; its terminals are always there.
      await page.getByTestId('map').getByRole('button').first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.getByRole('slider').focus();
      for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowLeft', { delay: 60 });
    },
  },
];
