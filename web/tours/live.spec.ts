import { expect, test } from '@playwright/test';
import { openJourney } from './open-journey.ts';
import { sampleOf } from './sample-numbers.ts';
import { sendGateOut, serviceNow } from './send-codeco.ts';

test('a gate move that the terminal sends appears on the open page without a reload', async ({ page }, {
  project,
}) => {
  const bill = sampleOf('MASTER_BILL', /Santos.* Ningbo/i);
  await openJourney(page, 'en', bill);
  await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  // A box for each project, so that neither sees the other's message as its own.
  const boxes = page.getByTestId('container');
  const box = boxes.nth(project.name === 'phone' ? 1 : 0);
  const container = ((await box.locator('.number').first().textContent()) ?? '').replaceAll(' ', '');
  await sendGateOut({ bill, container, at: await serviceNow(page), reference: `T${project.name}` });

  const line = page.locator('#lines [data-code="GATED_OUT"]').filter({ hasText: 'Gated out full' });
  await expect(line.first()).toBeVisible();
  await expect(box).toContainText('Gated out full');
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
});

test('a lost connection is said, and the page comes back by itself', async ({ page }) => {
  let cut = () => {};
  let reachable = true;
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    if (!reachable) {
      void socket.close({ code: 4499 });
      return;
    }
    socket.connectToServer();
    cut = () => void socket.close({ code: 4499 });
  });
  await openJourney(page, 'en', sampleOf('MASTER_BILL'));
  const connection = page.getByTestId('connection');
  await expect(connection).toHaveText(/^Live/);

  reachable = false;
  cut();
  await expect(connection).toHaveText(/^Reconnecting/);
  await expect(page.getByTestId('verdict')).not.toBeEmpty();

  reachable = true;
  await expect(connection).toHaveText(/^Live/);
});
