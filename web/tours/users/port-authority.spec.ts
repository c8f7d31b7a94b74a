import { expect, test } from '@playwright/test';
import { fillSignIn, makeAccount } from '../account.ts';
import { doesNotScrollSideways, mapIsDrawn } from '../looks.ts';
import { openJourney } from '../open-journey.ts';
import { sampleOf } from '../sample-numbers.ts';
import { languages } from '../words.ts';
import { MEMBERS, PORT_AUTHORITY, addressOf } from './members.ts';

test.use(MEMBERS);

for (const { locale, words } of languages)
  test(`a port's authority signs in in ${locale}, sees what moves, lies and waits there, and whose it is of nothing`, async ({
    page,
  }, info) => {
    const { ports } = words;
    const account = await makeAccount(`port ${locale} ${info.project.name}`, PORT_AUTHORITY);
    await page.goto(`/${locale}/ports`);
    await fillSignIn(page, words, account);
    await expect(page).toHaveURL(new RegExp(`/${locale}/ports$`));
    await page
      .getByTestId('ports')
      .getByRole('listitem')
      .filter({ hasText: 'CNNBO' })
      .getByRole('link')
      .click();

    await expect(page).toHaveURL(/ports\/CNNBO/);
    const port = page.getByTestId('port');
    await expect(port.getByRole('heading', { level: 1 })).toContainText('CNNBO');
    await mapIsDrawn(page);
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
    const boards = page.getByTestId('board-ARRIVAL').or(page.getByTestId('board-DEPARTURE'));
    await expect(boards.getByRole('listitem').first()).toBeVisible();
    // Ships move, so which one is the first may change meanwhile.
    const near = page.getByTestId('near').getByRole('button');
    await expect(near.first()).toBeVisible();
    const names = await near.allTextContents();
    await near.first().click();
    const card = page.getByTestId('thing');
    await expect
      .poll(async () => names.includes((await card.getAttribute('aria-label')) ?? 'none'))
      .toBe(true);
    // How many boxes wait for what, and of none of them whose it is.
    const waiting = page.getByTestId('waiting');
    await expect(waiting.locator('[data-reason]').first()).toBeVisible();
    await expect(waiting).toContainText(ports.onlyCounted.split('}').at(-1)?.trim() ?? '');
    await expect(waiting.getByRole('link')).toHaveCount(0);
    // A port has no list that counts could lead to.
    await expect(port.locator('a[href*="/shipments"]')).toHaveCount(0);
    await doesNotScrollSideways(page);

    await page.getByRole('slider').focus();
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(/asOf=/);
    await expect(page.getByTestId('paused')).toHaveText(ports.paused);
    await page.getByRole('button', { name: words.asOf.back }).click();
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');

    // A shipment that goes by the port: its way and its positions, without papers, parties and money.
    const number = sampleOf('MASTER_BILL', /Santos.* Ningbo/i);
    await openJourney(page, locale, number);
    await expect(page.getByTestId('verdict')).not.toBeEmpty();
    await expect(page.locator('#lines [data-code="DISCHARGED"]').first()).toBeVisible();
    for (const group of ['PAPERS', 'PARTIES', 'MONEY', 'RELEASE'] as const)
      await expect(page.getByTestId('withheld')).toContainText(words.account.groups[group]);
    await expect(page.getByTestId('parties')).toHaveCount(0);
    await expect(page.getByRole('main')).not.toContainText('宁波澄海咖啡有限公司');
    await expect(page.locator('#lines [data-code="DECL_RECEIVED"]')).toHaveCount(0);
    await doesNotScrollSideways(page);

    // What goes by no port of his is nobody's.
    const elsewhere = sampleOf('AWB');
    await page.goto(`/${locale}/find?number=${elsewhere}`);
    await expect(page.getByTestId('nothing-found')).toContainText(words.find.noneLeadMine);
    expect((await page.goto(await addressOf(locale, elsewhere)))?.status()).toBe(404);
    expect((await page.goto(`/${locale}/sources`))?.status()).toBe(404);
  });
