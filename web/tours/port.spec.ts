import { expect, test, type Locator } from '@playwright/test';
import { doesNotScrollSideways, findings, marksAreLarge } from './looks.ts';
import { languages } from './words.ts';

for (const { locale, words } of languages) {
  test(`a port in ${locale} is found, and says what comes, lies and waits there`, async ({ page }, info) => {
    await page.goto(`/${locale}/ports`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.ports.title);
    await expect(page.getByTestId('ports')).toContainText('CNNBO');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('textbox', { name: words.ports.findLabel }).fill('cnnbo');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/find=cnnbo/);
    await page.getByTestId('ports').getByRole('link').first().click();

    await expect(page).toHaveURL(/ports\/CNNBO/);
    const port = page.getByTestId('port');
    await expect(port.getByRole('heading', { level: 1 })).toContainText('CNNBO');
    await expect(page.getByTestId('map')).toHaveAttribute('data-map-state', 'drawn');
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
    const boards = page.getByTestId('board-ARRIVAL').or(page.getByTestId('board-DEPARTURE'));
    await expect(boards.getByRole('listitem').first()).toBeVisible();

    // A yard of which nobody knows how much it holds is not so and so full.
    await expect(page.locator('#yards')).toContainText(words.ports.yardsBasis);
    await expect(page.getByTestId('yards')).not.toContainText('%');

    const thing = page.getByTestId('near').getByRole('button').first();
    await thing.click();
    await expect(page.getByTestId('thing')).toContainText((await thing.textContent()) ?? 'a name');
    await expect(page).toHaveURL(/#/);
    await page.screenshot({ path: info.outputPath(`port-${locale}.png`) });
    await page.screenshot({ path: info.outputPath(`port-${locale}-all.png`), fullPage: true });
    expect(await findings(page)).toEqual([]);

    await page.getByRole('button', { name: words.map.closeCard }).click();
    await expect(page.getByTestId('thing')).toHaveCount(0);
    await page.getByRole('button', { name: words.ports.fit }).click();

    // How many go with a ship leads to them, as they are now, and back to the port, though something was chosen on its map before.
    const counted = boards.locator('a[href*="/shipments?port="]');
    await counted.first().click();
    await expect(page).toHaveURL(/shipments\?port=CNNBO&(vessel|train)=/);
    await expect(page.getByTestId('shipments').getByRole('rowheader').first()).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/ports\/CNNBO/);
    await expect(counted.first()).toBeVisible();
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');

    // Some 34 hours back, and to now again; a page that is opened anew stands where it stood.
    await page.getByRole('slider').focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(/asOf=/);
    await expect(page.getByTestId('paused')).toHaveText(words.ports.paused);
    await expect(port).toContainText(words.asOf.hint);
    await expect(counted).toHaveCount(0);
    await page.reload();
    await expect(port).toContainText(words.asOf.hint);
    await page.screenshot({ path: info.outputPath(`port-${locale}-then.png`) });
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: words.asOf.back }).click();
    await expect(page).not.toHaveURL(/asOf=/);
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
    // Until the answer of now is there, what was waiting then is still shown.
    await expect(page.getByTestId('port-panels')).toHaveAttribute('aria-busy', 'false');
    await page.getByTestId('waiting').locator('summary').first().click();
    await page.getByTestId('waiting').getByRole('link').first().click();
    await expect(page).toHaveURL(/shipments\/shp_/);
  });
}

test('a port fits a narrow screen, in the dark as well, and the keyboard chooses what is on the map', async ({
  page,
}, info) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/ports/CNNBO');
  await expect(page.getByTestId('map')).toHaveAttribute('data-map-state', 'drawn');
  const terminal = page.getByTestId('map').getByRole('button', { name: /Yuandong/ });
  await terminal.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('thing')).toContainText('BLCT3');
  await marksAreLarge(page);
  await doesNotScrollSideways(page);
  await page.screenshot({ path: info.outputPath('port-dark.png') });
  expect(await findings(page)).toEqual([]);
});

test('a wall screen has boards side by side, and lists as wide as itself', async ({ page }, info) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/zh-CN/ports/CNNBO');
  const map = page.getByTestId('map');
  await expect(map).toHaveAttribute('data-map-state', 'drawn');
  const boxOf = async (what: Locator) => (await what.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  const [arrivals, departures] = [
    await boxOf(page.locator('#arrival')),
    await boxOf(page.locator('#departure')),
  ];
  expect(departures.y).toBe(arrivals.y);
  expect(departures.x).toBeGreaterThan(arrivals.x);
  expect((await boxOf(map)).width).toBeGreaterThan(1000);
  await doesNotScrollSideways(page);
  await page.screenshot({ path: info.outputPath('port-wall.png') });

  await page.goto('/zh-CN/shipments');
  expect((await boxOf(page.getByTestId('shipments'))).width).toBeGreaterThan(1700);
  await doesNotScrollSideways(page);
  await page.screenshot({ path: info.outputPath('list-wall.png') });
});

test('a port that is none is a 404', async ({ page }) => {
  const response = await page.goto('/en/ports/XXXXX');
  expect(response?.status()).toBe(404);
}); // prettier-ignore
