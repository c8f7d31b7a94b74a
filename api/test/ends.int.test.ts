import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInOperator } from './testing/access/accounts.ts';
import { askingAs, bearer, type Somebody } from './testing/access/asking.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const HOUR = 3_600_000;

/** The wall clock of the API, which a test puts forward: keys and links end by it. */
let ahead = 0;
const wall = () => Date.now() + ahead;
let system: SampleSystem;
let operator: Somebody;
let shipment: string;

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem(undefined, undefined, undefined, undefined, wall);
  operator = await signInOperator(system);
  const { lookup } = await operator.need<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
    '{ lookup(number: "COSU6415530971") { shipments { shipment { id } } } }',
  );
  shipment = lookup.shipments[0]?.shipment.id ?? '';
}, 300_000);
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

const inAnHour = () => new Date(wall() + HOUR).toISOString();
async function newKey(expiresAt: string | null): Promise<string> {
  const query = 'mutation ($expiresAt: DateTime) { createApiKey(name: "ends", expiresAt: $expiresAt) { ... on NewApiKey { token } ... on Error { message } } }';
  return (await operator.need<{ createApiKey: { token: string } }>(query, { expiresAt })).createApiKey.token;
} // prettier-ignore
async function newLink(expiresAt: string): Promise<string> {
  const query = 'mutation ($shipment: ID!, $expiresAt: DateTime!) { shareShipment(shipment: $shipment, groups: [], expiresAt: $expiresAt) { ... on NewShareLink { token } ... on Error { message } } }';
  return (await operator.need<{ shareShipment: { token: string } }>(query, { shipment, expiresAt })).shareShipment.token;
} // prettier-ignore

/** What whoever holds it is answered about the shipment, over GraphQL and by a façade. */
async function answerTo(token: string): Promise<unknown[]> {
  const holder = askingAs(system.url, bearer(token));
  const { data, errors } = await holder.ask<{ shipment: { id?: string } }>('query ($id: ID!) { shipment(id: $id) { ... on Shipment { id } } }', { id: shipment });
  const { status } = await holder.get('/v2/events?limit=1');
  return [data?.shipment.id ?? null, errors?.[0]?.extensions?.code ?? null, status];
} // prettier-ignore

const OPENS = () => [shipment, null, 200];
const OPENS_NOTHING = [null, 'UNAUTHENTICATED', 401];

it.each([
  ['an API key', newKey],
  ['a share link', newLink],
])('%s opens what it is for until its end, and nothing from then on', async (_, make) => {
  const [ends, lasts] = [await make(inAnHour()), await make(new Date(wall() + 5 * HOUR).toISOString())];
  expect(await answerTo(ends)).toEqual(OPENS());
  ahead += HOUR - 60_000;
  expect(await answerTo(ends)).toEqual(OPENS());
  ahead += 2 * 60_000;
  expect(await answerTo(ends)).toEqual(OPENS_NOTHING);
  expect(await answerTo(lasts)).toEqual(OPENS());
});

it.each([
  ['an API key', newKey],
  ['a share link', newLink],
])('what is followed with %s ends with it', async (_, make) => {
  const holder = askingAs(system.url, bearer(await make(inAnHour())));
  const followed = holder.follow<{ journeyUpdated: object }>('subscription ($id: ID!) { journeyUpdated(id: $id) { __typename } }', { id: shipment }); // prettier-ignore
  expect((await followed.next('the first answer'))?.data).toBeTruthy();
  ahead += HOUR + 60_000;
  const last = await followed.next('its end', 60_000);
  expect(last?.errors?.[0]?.extensions?.code ?? 'ENDED').toMatch(/^(?:UNAUTHENTICATED|ENDED)$/);
  expect(last?.data?.journeyUpdated ?? null).toBeNull();
  await followed.close();
});

it('a key that ends never says so, and one that ended is still listed with its end', async () => {
  const end = inAnHour();
  await newKey(null);
  await newKey(end);
  ahead += 2 * HOUR;
  const listed = await eventually('both are listed', async () => {
    const { apiKeys } = await operator.need<{ apiKeys: { expiresAt: string | null; revokedAt: string | null }[] }>('{ apiKeys { expiresAt revokedAt } }');
    return apiKeys.length > 1 ? apiKeys : null;
  });
  expect(listed).toContainEqual({ expiresAt: null, revokedAt: null });
  expect(listed).toContainEqual({ expiresAt: end, revokedAt: null });
}); // prettier-ignore
