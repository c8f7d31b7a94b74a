import { expect, type Page, test } from '@playwright/test';
import { createECDH, createHash, randomBytes } from 'node:crypto';
import { makeAccount, signIn } from './account.ts';
import { doesNotScrollSideways, findings } from './looks.ts';
import { languages } from './words.ts';

test.use({ serviceWorkers: 'allow' });

interface Device {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** A subscription as a push service gives it: an address of its own, and keys with which something can be encrypted. */
function newDevice(): Device {
  return {
    endpoint: `https://push.example/${randomBytes(12).toString('hex')}`,
    p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  };
}

/** Stands in for the push service of the browser's maker, which no test may call: what it subscribes is kept as a browser keeps it. */
async function givePushService(page: Page, device: Device): Promise<void> {
  await page.addInitScript(({ endpoint, p256dh, auth }) => {
    const KEPT = 'test.subscribed';
    const subscription = (key: string) => ({
      endpoint,
      options: { applicationServerKey: Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0)).buffer },
      toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
      unsubscribe: async () => {
        localStorage.removeItem(KEPT);
        return true;
      },
    });
    Object.assign(PushManager.prototype, {
      getSubscription: async () => {
        const key = localStorage.getItem(KEPT);
        return key === null ? null : subscription(key);
      },
      subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
        localStorage.setItem(KEPT, applicationServerKey);
        return subscription(applicationServerKey);
      },
    });
  }, device);
} // prettier-ignore

async function ownDevices(page: Page): Promise<readonly { readonly endpointHash: string; readonly name: string }[]> {
  const answer = await page.request.post('/graphql', { data: { query: '{ alertDevices { endpointHash name } }' } });
  return ((await answer.json()) as { data: { alertDevices: { endpointHash: string; name: string }[] } }).data.alertDevices;
} // prettier-ignore

const hashOf = ({ endpoint }: Device) => createHash('sha256').update(endpoint).digest('hex');

for (const { locale, words } of languages) {
  test(`a browser shows notifications once its reader asked for them in ${locale}, finds itself again, and is removed`, async ({ page, context }) => {
    const { devices } = words.alerts;
    const [own, other] = [newDevice(), newDevice()];
    await givePushService(page, own);
    await context.grantPermissions(['notifications']);
    await signIn(page, locale, words, await makeAccount(`devices ${locale} ${test.info().project.name}`));
    await page.goto(`/${locale}/account/alerts`);
    const said = page.getByTestId('this-device');
    await expect(said).toHaveText(devices.off);
    const rows = page.getByTestId('alert-devices').locator('tbody tr');
    await expect(rows).toHaveCount(0);
    expect(await ownDevices(page)).toEqual([]);

    await page.getByRole('button', { name: devices.add, exact: true }).press('Enter');
    await expect(page.getByText(devices.added)).toBeVisible();
    await expect(said).toHaveText(devices.on);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(devices.this);
    await expect(page.getByRole('button', { name: devices.add, exact: true })).toHaveCount(0);
    expect((await ownDevices(page)).map(({ endpointHash }) => endpointHash)).toEqual([hashOf(own)]);

    // Another browser of the same person stands beside it, and is not taken for it.
    const save = 'mutation ($endpoint: String!, $p256dh: String!, $auth: String!) { saveAlertDevice(name: "Tablet", endpoint: $endpoint, p256dh: $p256dh, auth: $auth) { __typename } }';
    await page.request.post('/graphql', { data: { query: save, variables: other } });
    await page.reload();
    await expect(said).toHaveText(devices.on);
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: devices.this })).toHaveCount(1);
    await expect(rows.filter({ hasText: 'Tablet' })).not.toContainText(devices.this);
    expect(await findings(page)).toEqual([]);
    await doesNotScrollSideways(page);

    await rows.filter({ hasText: devices.this }).getByRole('button').press('Enter');
    await expect(rows).toHaveCount(1);
    await expect(said).toHaveText(devices.off);
    expect((await ownDevices(page)).map(({ endpointHash }) => endpointHash)).toEqual([hashOf(other)]);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('test.subscribed'))).toBeNull();
  });
} // prettier-ignore
