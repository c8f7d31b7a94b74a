import { expect, test } from '@playwright/test';
import { fillSignIn, makeAccount } from '../account.ts';
import { doesNotScrollSideways } from '../looks.ts';
import { mistypedContainer, sampleOf } from '../sample-numbers.ts';
import { languages } from '../words.ts';
import { FORWARDER, MEMBERS } from './members.ts';

test.use(MEMBERS);

for (const { locale, words } of languages)
  test(`a forwarder signs in in ${locale}, has many numbers watched, and shares list and view with a colleague`, async ({
    page,
    browser,
  }, info) => {
    const account = await makeAccount(`forwarder ${locale} ${info.project.name}`, FORWARDER);
    const houses = [
      sampleOf('HOUSE_BILL', /first exporter/i),
      sampleOf('HOUSE_BILL', /second exporter/i),
    ] as const;
    const foreign = sampleOf('MASTER_BILL', /Santos.* Ningbo/i);
    const mistyped = mistypedContainer();
    await page.goto(`/${locale}/watch`);
    await fillSignIn(page, words, account);
    await expect(page).toHaveURL(new RegExp(`/${locale}/watch$`));

    // Twenty at once: each is answered, what is another's like what nobody has.
    await page.goto(`/${locale}/find?number=${[...houses, foreign, mistyped].join(',')}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      words.bulk.title.replace('{found}', '2').replace('{count}', '4'),
    );
    const answered = page.getByTestId('bulk').getByRole('row');
    await expect(answered.filter({ hasText: foreign })).toContainText(words.bulk.why.NOTHING);
    await expect(answered.filter({ hasText: mistyped })).toContainText(words.bulk.why.CHECK_DIGIT);
    await doesNotScrollSideways(page);

    await page.goto(`/${locale}/watch`);
    await page.getByText(words.watch.new, { exact: true }).click();
    await page.getByLabel(words.watch.name).fill('Week 47');
    await page.getByRole('button', { name: words.watch.create }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Week 47');
    const list = new URL(page.url()).pathname;
    await page.getByLabel(words.watch.paste).fill([...houses, foreign, mistyped].join('\n'));
    await page.getByRole('button', { name: / 4 / }).click();
    const refused = page.getByTestId('added').locator('tbody tr');
    await expect(refused).toHaveCount(1);
    await expect(refused).toContainText(words.watch.why.WRONG_CHECK_DIGIT);
    const cargo = page.getByTestId('shipments').getByRole('rowheader');
    await expect(cargo).toHaveCount(2);
    for (const house of houses) await expect(cargo.filter({ hasText: house })).toHaveCount(1);
    await doesNotScrollSideways(page);

    await page.goto(`/${locale}/shipments`);
    await page
      .getByRole('combobox', { name: words.list.sort })
      .selectOption({ label: words.list.sorts.ARRIVAL });
    await page.getByRole('button', { name: words.list.submit, exact: true }).click();
    await expect(page).toHaveURL(/sort=ARRIVAL/);
    await expect(cargo.filter({ hasText: foreign })).toHaveCount(0);
    await expect(cargo.filter({ hasText: houses[0] })).toHaveCount(1);
    await page.getByText(words.views.keep, { exact: true }).click();
    await page.getByLabel(words.views.name).fill('By arrival');
    await page.getByLabel(words.views.share).check();
    await page.getByRole('button', { name: words.views.keepSubmit }).click();
    await expect(page.getByTestId('views')).toContainText('By arrival');

    const { alerts, people } = words;
    await page.goto(`/${locale}/account/alerts`);
    await page.getByText(alerts.new, { exact: true }).click();
    await page.getByLabel(alerts.name).fill('Morning');
    await page.getByLabel(alerts.address).fill('desk@jialing.example');
    await page.getByLabel(alerts.watchList).selectOption({ label: 'Week 47' });
    await page.getByRole('group', { name: alerts.exceptions }).getByRole('checkbox').first().check();
    await page.getByLabel(alerts.digestAt).fill('08:00');
    await page.getByRole('button', { name: alerts.create }).click();
    await expect(page.getByTestId('alert-rules').locator('tbody tr')).toContainText('08:00');

    await page.goto(`/${locale}/account/people`);
    await page.getByText(people.invite, { exact: true }).click();
    const colleague = { login: `desk-${crypto.randomUUID()}`, password: crypto.randomUUID() };
    await page.getByLabel(people.name, { exact: true }).fill('Ann Colleague');
    await page.getByLabel(people.login).fill(colleague.login);
    await page.getByLabel(people.password).fill(colleague.password);
    await page.getByRole('button', { name: people.create, exact: true }).click();
    await expect(page.getByTestId('people')).toContainText(colleague.login);

    // He sees what the firm shares, and looks after nobody.
    const other = await (await browser.newContext()).newPage();
    await other.goto(list);
    await fillSignIn(other, words, colleague);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Week 47');
    await expect(other.getByTestId('shipments').getByRole('rowheader')).toHaveCount(2);
    await other.goto(`/${locale}/shipments`);
    await other.getByTestId('views').getByRole('link', { name: 'By arrival' }).click();
    await expect(other).toHaveURL(/sort=ARRIVAL/);
    expect((await other.goto(`/${locale}/account/people`))?.status()).toBe(404);
    await other.context().close();
  });
