import { expect, type Locator, type Page, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { doesNotScrollSideways, findings } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { mistypedContainer, sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

const NUMBERS_MAX = 200;

/** As from a sheet: line breaks come in with it, which writing into the box would not. */
async function paste(box: Locator, text: string): Promise<void> {
  await box.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The page has come alive and is among the recent ones, whose list stands open then. */
async function remembers(page: Page, recent: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(recent).toHaveCount(1, { timeout: 1000 });
  }).toPass();
}

/** A waybill of the same airline that nobody has, written in the same way; its check digit fits. */
function anotherLike(waybill: string): string {
  let at = 0;
  return waybill.replaceAll(/\d/g, (digit) => {
    at += 1;
    return at <= 3 ? digit : ('99999992'.at(at - 4) ?? '');
  });
}

for (const { locale, words } of languages) {
  const boxOf = (page: Page) => page.getByRole('combobox', { name: words.search.label });

  test(`a column pasted in ${locale} is answered number by number`, async ({ page }) => {
    const [bill, mistyped] = [sampleOf('MASTER_BILL'), mistypedContainer()];
    await page.goto(`/${locale}/codes`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const box = boxOf(page);
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(box).toBeFocused({ timeout: 1000 });
    }).toPass();
    await paste(
      box,
      `${words.schemes.CONTAINER}\r\n${bill}\r\n${mistyped}\r\n\r\nKPK-NOBODY-000417\r\n${bill}\r\n`,
    );
    const kinds = page.getByTestId('number-kinds');
    await expect(kinds).toContainText(words.search.several.replace('{count}', '3'));
    await expect(kinds).toContainText(mistyped);
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);
    await box.press('Enter');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      words.bulk.title.replace('{found}', '1').replace('{count}', '3'),
    );
    await expect(box).not.toBeFocused();
    const row = (number: string) => page.getByTestId('bulk').getByRole('row').filter({ hasText: number });
    await expect(row(bill)).toContainText(words.schemes.MASTER_BILL);
    await expect(row(bill).getByRole('link')).toHaveAttribute('href', /shipments\/shp_/);
    await expect(row(mistyped)).toContainText(words.bulk.why.CHECK_DIGIT);
    await expect(row('KPK-NOBODY-000417')).toContainText(words.bulk.what.UNREPORTED);
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);

    await page.getByRole('link', { name: words.bulk.missing.replace('{count}', '2') }).click();
    await expect(page).toHaveURL(/show=missing/);
    await expect(row(bill)).toHaveCount(0);
    await page.getByRole('link', { name: words.bulk.found.replace('{count}', '1') }).click();
    await row(bill).getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/shipments/`));
  });

  test(`more than can be looked up at once in ${locale} is said before it is asked`, async ({ page }) => {
    const many = Array.from({ length: NUMBERS_MAX + 1 }, (_, index) => `KPK${10_000_000 + index}`);
    await page.goto(`/${locale}`);
    const box = boxOf(page);
    await box.fill(many.join(' '));
    const said = words.search.tooMany
      .replace('{count}', '201')
      .replace('{most}', '200')
      .replace('{over}', '1');
    await expect(page.getByTestId('number-kinds')).toContainText(said);
    await box.press('Enter');
    await expect(page.getByTestId('number-kinds')).toContainText(said);
    await expect(page).toHaveURL(new RegExp(`/${locale}$`));

    await page.goto(`/${locale}/find?number=${many.join(',')}`);
    await expect(page.getByTestId('too-many').getByRole('link')).toHaveCount(2);
  });

  test(`what was opened in ${locale} is found again by the keyboard, until it is cleared`, async ({
    page,
  }) => {
    const hasPointer = test.info().project.name === 'desktop';
    const number = sampleOf('MASTER_BILL');
    await openJourney(page, locale, number);
    const address = new URL(page.url()).pathname;
    await expect(page.getByTestId('verdict')).not.toBeEmpty();
    const box = boxOf(page);
    const recent = page.getByTestId('recent').getByRole('option');
    await remembers(page, recent);
    await page.goto(`/${locale}/shipments`);
    await expect(async () => {
      await page.keyboard.press(hasPointer ? '/' : 'Control+k');
      await expect(box).toBeFocused({ timeout: 1000 });
    }).toPass();
    await expect(recent).toHaveCount(1);
    expect(await findings(page)).toEqual([]);
    await box.press('ArrowDown');
    await expect(box).toHaveAttribute('aria-activedescendant', (await recent.getAttribute('id')) ?? '');
    await box.press('Enter');
    await expect(page).toHaveURL((url) => url.pathname === address);

    await page.goto(`/${locale}`);
    await box.click();
    await expect(recent).toHaveCount(1);
    await page.getByRole('button', { name: words.search.forget, exact: true }).click();
    await expect(recent).toHaveCount(0);
    await expect(box).toBeFocused();
    if (!hasPointer) return;
    // A single character may be said by mistake: it can be turned off, and the other way in stays.
    await page.getByRole('button', { name: words.search.slashOff }).click();
    await box.press('Escape');
    await box.blur();
    await page.keyboard.press('/');
    await expect(box).not.toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(box).toBeFocused();
  });

  test(`what somebody opened in ${locale} is gone when he has signed out`, async ({ page }) => {
    const account = await makeAccount(`recent ${locale} ${test.info().project.name}`);
    await signIn(page, locale, words, account);
    await openJourney(page, locale, sampleOf('MASTER_BILL', /Santos.* Ningbo/i));
    await expect(page.getByTestId('verdict')).not.toBeEmpty();
    const recent = page.getByTestId('recent');
    await remembers(page, recent);
    await page.goto(`/${locale}/account`);
    await boxOf(page).click();
    await expect(recent).toBeVisible();
    await boxOf(page).press('Escape');
    await page.getByRole('button', { name: words.access.signOut }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}$`));
    await boxOf(page).click();
    await expect(page.getByTestId('number-kinds')).not.toBeEmpty();
    await expect(recent).toHaveCount(0);

    await signIn(page, locale, words, account);
    await boxOf(page).click();
    await expect(page.getByTestId('number-kinds')).not.toBeEmpty();
    await expect(recent).toHaveCount(0);
  });

  test(`what is not open to somebody looks in ${locale} as if nobody had it`, async ({ page }) => {
    await signIn(page, locale, words, await makeAccount(`unknown ${locale} ${test.info().project.name}`));
    const hidden = sampleOf('AWB');
    const answers: string[] = [];
    for (const number of [hidden, anotherLike(hidden)]) {
      await page.goto(`/${locale}/find?number=${encodeURIComponent(number)}`);
      const answer = page.getByTestId('nothing-found');
      await expect(answer).toContainText(words.find.noneLeadMine);
      await expect(answer).toContainText(words.find.adviceShare);
      answers.push((await answer.innerText()).replaceAll(/\d[\d -]{7,}/g, '#'));
    }
    expect(answers[0]).toBe(answers[1]);
  });
}
