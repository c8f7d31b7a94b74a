import { expect, test } from '@playwright/test';
import { fillSignIn, makeAccount } from '../account.ts';
import { doesNotScrollSideways } from '../looks.ts';
import { sampleOf } from '../sample-numbers.ts';
import { languages } from '../words.ts';
import { MEMBERS, TRADER, addressOf } from './members.ts';

test.use(MEMBERS);

for (const { locale, words } of languages)
  test(`a trader signs in in ${locale}, finds his cargo, reads who says what, is told of changes, and sees no other`, async ({
    page,
  }, info) => {
    const account = await makeAccount(`trader ${locale} ${info.project.name}`, TRADER);
    const own = sampleOf('MASTER_BILL', /Chengdu/i);
    const foreign = sampleOf('MASTER_BILL', /Santos.* Ningbo/i);
    await page.goto(`/${locale}/shipments`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await fillSignIn(page, words, { ...account, password: 'not his password' });
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(words.access.WRONG);
    await fillSignIn(page, words, account);
    // Led on to where he was going: what is his, and nothing else.
    await expect(page).toHaveURL(new RegExp(`/${locale}/shipments$`));
    const listed = page.getByTestId('shipments').getByRole('rowheader');
    await expect(listed).toHaveCount(1);
    await expect(listed).toContainText(own);

    await page.goto(`/${locale}`);
    const box = page.getByRole('combobox', { name: words.search.label });
    await box.fill(own);
    await expect(page.getByTestId('number-kinds')).toContainText(words.schemes.MASTER_BILL);
    await box.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/${locale}/shipments/shp_`));
    const journey = new URL(page.url()).pathname;
    await expect(page.getByTestId('verdict')).not.toBeEmpty();
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
    await expect(page.getByTestId('readiness')).toHaveCount(2);
    await expect(page.getByTestId('parties')).toContainText('成都锦江精密有限公司');
    await expect(page.getByTestId('withheld')).toHaveCount(0);
    await expect(page.getByTestId('map')).toHaveAttribute('data-map-state', 'drawn');
    const released = page.locator('#lines [data-code="TRANSIT_RELEASED"]').first();
    await released.getByRole('button').first().click();
    await expect(released.getByTestId('evidence').locator('mark').first()).not.toBeEmpty();
    await doesNotScrollSideways(page);

    await page.getByRole('button', { name: words.watch.follow, exact: true }).click();
    await expect(page.getByRole('button', { name: words.watch.following, exact: true })).toBeVisible();
    await page.goto(`/${locale}/watch/followed`);
    await expect(listed).toContainText(own);
    await page.goto(`/${locale}/account/alerts`);
    const { alerts } = words;
    await page.getByText(alerts.new, { exact: true }).click();
    await page.getByLabel(alerts.name).fill('Chengdu');
    await page.getByLabel(alerts.address).fill('purchasing@jinjiang.example');
    await page.getByLabel(alerts.watchList).selectOption({ label: words.watch.own });
    await page.getByLabel(alerts.etaHours).fill('6');
    await page.getByRole('button', { name: alerts.create }).click();
    await expect(page.getByTestId('alert-rules').locator('tbody tr')).toContainText(words.watch.own);

    // The foot of a page leads nobody to a page that he has not.
    const foot = page.getByRole('contentinfo');
    await expect(foot.getByRole('link')).toHaveText([words.app.codes]);
    expect((await page.request.get(`/${locale}/codes`)).status()).toBe(200);

    // What is another's looks as if nobody had it, by its number and by its address; what is of operators is no page.
    await page.goto(`/${locale}/find?number=${foreign}`);
    await expect(page.getByTestId('nothing-found')).toContainText(words.find.noneLeadMine);
    for (const address of [await addressOf(locale, foreign), `/${locale}/sources`, `/${locale}/messages`])
      expect((await page.goto(address))?.status(), address).toBe(404);

    await page.goto(`/${locale}/account`);
    await page.getByRole('button', { name: words.access.signOut }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}$`));
    await page.goto(journey);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });
