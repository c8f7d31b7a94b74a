import { expect, type Page, test } from '@playwright/test';
import { codecoGateOut } from './codeco.ts';
import { openJourney } from './open-journey.ts';
import { sampleOf, sampleSourceKey } from './sample-numbers.ts';

test('a gate move that the terminal sends appears on the open page without a reload', async ({
  page,
  request,
}, { project }) => {
  const ingest = process.env['INGEST_URL'];
  if (!ingest) throw new Error('INGEST_URL is not set: run by npm test.');
  const bill = sampleOf('MASTER_BILL', /Santos.* Ningbo/i);
  await openJourney(page, 'en', bill);
  await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'OPEN');
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  // A box for each project, so that neither sees the other's message as its own.
  const boxes = page.getByTestId('container');
  const box = boxes.nth(project.name === 'phone' ? 1 : 0);
  const container = ((await box.locator('.number').first().textContent()) ?? '').replaceAll(' ', '');
  const answer = await request.post(`${ingest}/v1/messages`, {
    headers: {
      authorization: `Bearer ${sampleSourceKey('ningbo-terminal')}`,
      'content-type': 'application/edifact',
    },
    data: codecoGateOut({ bill, container, at: await serviceNow(page), reference: `T${project.name}` }),
  });
  expect(answer.status()).toBe(202);

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

/** The service's own time, which the page shows in its banner. */
async function serviceNow(page: Page): Promise<string> {
  return (await page.locator('aside time').first().getAttribute('datetime')) ?? '';
}
