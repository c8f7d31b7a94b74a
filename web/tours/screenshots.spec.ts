import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { walkEveryView } from './every-page.ts';
import { doesNotScrollSideways } from './looks.ts';
import { languages } from './words.ts';

/** Kept for whoever looks the pages over: a folder for each size and language. */
const PICTURES = join(import.meta.dirname, '../screenshots');

/** `account/keys/page.tsx`: `account-keys`. */
const nameOf = (view: string): string =>
  view.replace(/(?:\/?page)?\.tsx$/, '').replaceAll(/[[\].]/g, '').replaceAll('/', '-') || 'start'; // prettier-ignore

for (const language of languages)
  test(`every view stands under a heading and within the screen in ${language.locale}, and is pictured`, async ({
    page,
    browser,
  }, info) => {
    test.setTimeout(600_000);
    const size = info.project.name;
    const folder = join(PICTURES, size, language.locale);
    // Of a view that is no more there is no picture.
    await rm(folder, { recursive: true, force: true });
    const name = `pictures ${language.locale} ${size}`;
    const look = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
    await walkEveryView({ page, browser, language, name, look }, async (by, view) => {
      await expect(by.locator('html')).toHaveAttribute('lang', language.locale);
      await expect(by.getByRole('heading', { level: 1 }), view).toHaveCount(1);
      await expect(by.getByRole('heading', { level: 1 }), view).not.toBeEmpty();
      await doesNotScrollSideways(by);
      await by.screenshot({ path: join(folder, `${nameOf(view)}.png`), fullPage: true });
    });
  });
