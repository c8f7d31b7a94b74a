import { expect, test } from '@playwright/test';
import { makeAccount, signIn } from './account.ts';
import { doesNotScrollSideways, findingsBesideMap } from './looks.ts';
import { openJourney } from './open-journey.ts';
import { mistypedContainer, sampleOf } from './sample-numbers.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  const name = (what: string) => `${what} ${locale} ${test.info().project.name}`;
  const bill = () => sampleOf('MASTER_BILL', /Santos.* Ningbo/i);

  test(`a journey followed in ${locale} is among the followed ones until it is not`, async ({ page }) => {
    await signIn(page, locale, words, await makeAccount(name('follow')));
    await openJourney(page, locale, bill());
    const button = page.getByRole('button', { name: words.watch.follow, exact: true });
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    const followed = page.getByRole('button', { name: words.watch.following, exact: true });
    await expect(followed).toHaveAttribute('aria-pressed', 'true');
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);

    // On another page the box offers it; what was just opened stands among the recent ones alone, so those are forgotten first.
    await page.goto(`/${locale}/codes`);
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByTestId('recent')).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.getByRole('button', { name: words.search.forget }).click();
    const offered = page.getByTestId('followed').getByRole('option');
    await expect(offered).toHaveCount(1);
    await expect(offered).toContainText(bill());
    expect(await findingsBesideMap(page)).toEqual([]);
    await offered.click();
    await expect(page).toHaveURL(/shipments\/shp_/);
    await followed.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await page.goto(`/${locale}/watch/followed`);
    await expect(page.getByText(words.watch.noCargo)).toBeVisible();
  });

  test(`a list of a firm made in ${locale} takes a file, says which rows it does not take, and shows where all of it is`, async ({
    page,
  }) => {
    await signIn(page, locale, words, await makeAccount(name('watch')));
    await page.goto(`/${locale}/watch`);
    await expect(page.getByTestId('watch-lists')).toContainText(words.watch.own);
    const anew = page.getByTestId('fetched').getByRole('button', { name: words.list.fetchAnew });
    await expect(anew).toBeVisible();
    await page.getByText(words.watch.new, { exact: true }).click();
    await page.getByLabel(words.watch.name).fill('  Week 47  ');
    await page.getByRole('button', { name: words.watch.create }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Week 47');
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);

    const mistyped = mistypedContainer();
    const rows = ['No.;Bill', `1;${bill()}`, '2;KPK-NOBODY-000417', `3;${mistyped}`, `4;${bill()}`, '5;2.25E+17'];
    await page.getByLabel(words.watch.file).setInputFiles({
      name: 'week-47.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\r\n')),
    });
    await expect(page.getByLabel(words.watch.column)).toContainText('Bill');
    await page.getByRole('button', { name: / 4 / }).click();
    const added = page.getByTestId('added');
    await expect(added.locator('tbody tr')).toHaveCount(2);
    await expect(added.locator('tbody tr').first()).toContainText(words.watch.why.WRONG_CHECK_DIGIT);
    await expect(added.locator('tbody tr').last()).toContainText(words.watch.why.ROUNDED);
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);
    const repair = added.locator('tbody tr').first().getByRole('button');
    await repair.click();
    await expect(repair).toHaveCount(0);

    // The cargo that is told of; the rest waits among the numbers.
    const cargo = page.getByTestId('shipments');
    await expect(cargo.getByRole('rowheader')).toHaveCount(1);
    await expect(cargo).toContainText(bill());
    await expect(anew).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: words.list.csv }).click();
    const lines = Buffer.concat(await (await (await download).createReadStream()).toArray()).toString().trim().split('\r\n');
    expect(lines).toHaveLength(2);

    // It is limited as the list of all is, in its address, and what nothing of it fits says so beside the limits.
    const filter = page.getByRole('search', { name: words.list.filter });
    await page.getByText(words.list.filter, { exact: true }).click();
    await filter.getByRole('combobox', { name: words.list.phase, exact: true }).selectOption('CANCELLED');
    await filter.getByRole('button', { name: words.list.submit }).click();
    await expect(page).toHaveURL(/phase=CANCELLED/);
    await expect(cargo).toHaveCount(0);
    await expect(filter).toBeVisible();
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);
    await filter.getByRole('link', { name: words.watch.allOfList }).click();
    await expect(page).not.toHaveURL(/phase=/);
    await expect(cargo.getByRole('rowheader')).toHaveCount(1);
    await page.getByRole('link', { name: words.watch.numbersOf.replace('{count}', '3') }).click();
    const entries = page.getByTestId('watched').locator('tbody tr');
    // A number that somebody tells of meanwhile is there once it is fetched anew.
    const at = page.getByTestId('fetched').locator('time');
    const before = (await at.getAttribute('datetime')) ?? '';
    await anew.click();
    await expect(at).not.toHaveAttribute('datetime', before);
    await expect(entries).toHaveCount(3);
    await expect(page.locator('tr[data-told="false"]')).toHaveCount(2);
    expect(await findingsBesideMap(page)).toEqual([]);
    await doesNotScrollSideways(page);

    await page.getByLabel(words.watch.markAll).check();
    await entries.filter({ hasText: bill() }).getByRole('checkbox').uncheck();
    await page.getByRole('button', { name: / 2 / }).click();
    await expect(entries).toHaveCount(1);

    await page.getByText(words.watch.rename, { exact: true }).click();
    await page.getByLabel(words.watch.name).fill('Week 48');
    await page.getByRole('button', { name: words.watch.renameSubmit }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Week 48');
    await page.getByText(words.watch.delete, { exact: true }).click();
    await page.getByRole('button', { name: words.watch.deleteConfirm }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/watch$`));
    await expect(page.getByTestId('watch-lists')).not.toContainText('Week 48');
  });
} // prettier-ignore
