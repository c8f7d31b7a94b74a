import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMember, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import type { Group } from './testing/access/model.ts';
import { NOTHING } from './testing/access/world.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
const HOUSE = 'JLR26CKG00117';
const MASTER = 'COSU6412780350';
const HANDSETS = '172-26114686';
const consignee = { role: 'CONSIGNEE', name: 'Nordhafen Zweirad GmbH', isDisputed: false };

let system: SampleSystem;
let operator: Somebody;
beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  operator = await signInOperator(system);
}, START_MS);
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

interface Shown {
  readonly id: string;
  readonly title: { readonly value: string };
  readonly withheld: readonly Group[];
  readonly parties: readonly { readonly role: string; readonly name: string; readonly isDisputed: boolean }[];
  readonly goods: readonly { readonly pieces: number | null; readonly grossKg: number | null }[];
}

const CARGO = `query ($number: String!) { lookup(number: $number) { shipments { shipment {
  id title { value } withheld parties { role name isDisputed } goods { pieces grossKg } } } } }`;

async function shown(by: Somebody, number: string): Promise<Shown> {
  const { lookup } = await by.need<{ lookup: { shipments: { shipment: Shown }[] } }>(CARGO, { number });
  const found = lookup.shipments.find(({ shipment }) => shipment.title.value === number)?.shipment;
  if (!found) throw new Error(`${number} is not found`);
  return found;
}

it('the consignee of a house bill is shown to whoever runs the service, and is not that of its master', async () => {
  expect((await shown(operator, HOUSE)).parties).toContainEqual(consignee);
  expect(JSON.stringify((await shown(operator, MASTER)).parties)).not.toContain(consignee.name);
});

it('is not shown to a carrier who was given the bill without the parties, and is with them', async () => {
  const ids = new Map(await Promise.all([HOUSE, HANDSETS].map(async (one) => [one, (await shown(operator, one)).id] as const)));
  const given = (name: string, groups: readonly Group[]) => {
    const granted = [HOUSE, HANDSETS].map((number) => ({ number, groups, until: null }));
    return makeMember(operator, system.url, name, { ...NOTHING, granted }, ids);
  };
  const without = await given('a carrier by papers', ['MILESTONES', 'PAPERS']);
  const withParties = await given('a carrier by parties', ['MILESTONES', 'PAPERS', 'PARTIES']);
  const withGoods = await given('a carrier by goods', ['MILESTONES', 'PAPERS', 'GOODS']);
  for (const number of [HOUSE, HANDSETS]) expect(await shown(without.by, number)).toMatchObject({ parties: [], goods: [] });
  expect((await shown(without.by, HOUSE)).withheld).toEqual(expect.arrayContaining(['PARTIES', 'GOODS']));
  expect((await shown(withParties.by, HOUSE)).parties).toContainEqual(consignee);
  expect((await shown(withParties.by, HANDSETS)).goods).toEqual([]);
  expect((await shown(withGoods.by, HOUSE)).parties).toEqual([]);
  const handsets = (await shown(operator, HANDSETS)).goods;
  expect(handsets).toContainEqual({ pieces: 10, grossKg: 1850 });
  expect((await shown(withGoods.by, HANDSETS)).goods).toEqual(handsets);
}); // prettier-ignore
