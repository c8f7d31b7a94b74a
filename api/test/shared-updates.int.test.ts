import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMember, signInOperator, type Member } from './testing/access/accounts.ts';
import { NOTHING } from './testing/access/world.ts';
import type { Followed, Somebody } from './testing/access/asking.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const NUMBER = 'COSU6415530971';
const BOX = 'CBHU3804175';
const FOLLOWERS = 50;
const FOLLOW = `subscription ($id: ID!) { journeyUpdated(id: $id) { ... on JourneyUpdate { shipment {
  withheld identifiers { value } journey { containers { reference last { code } } livePosition { latitude } } } } } }`;

interface Update {
  readonly journeyUpdated: {
    readonly shipment: {
      readonly withheld: readonly string[];
      readonly identifiers: readonly { readonly value: string }[];
      readonly journey: {
        readonly containers: readonly {
          readonly reference: string;
          readonly last: { readonly code: string } | null;
        }[];
      };
    };
  };
}

let system: SampleSystem;
let operator: Somebody;
let id: string;
const open: Followed<Update>[] = [];
beforeAll(async () => {
  system = await startSampleSystem();
  operator = await signInOperator(system);
  const found = await operator.need<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
    'query ($number: String!) { lookup(number: $number) { shipments { shipment { id } } } }',
    { number: NUMBER },
  );
  id = found.lookup.shipments[0]?.shipment.id ?? '';
}, 300_000);
afterAll(async () => {
  for (const one of open) await one.close();
  await system.stop();
});

function memberOf(name: string, groups: Member['asking']['granted'][number]['groups']): Promise<Member> {
  const asking = { ...NOTHING, granted: [{ number: NUMBER, groups, until: null }] };
  return makeMember(operator, system.url, name, asking, new Map([[NUMBER, id]]));
}

async function followedBy({ by }: Member, times: number): Promise<Followed<Update>[]> {
  const followers = Array.from({ length: times }, () => by.follow<Update>(FOLLOW, { id }));
  open.push(...followers);
  for (const one of followers) expect((await one.next('the first answer'))?.data).toBeTruthy();
  return followers;
}

it('reads a change once for all of an organisation who follow the journey, and for each audience its own', async () => {
  const many = await memberOf('many', ['MILESTONES', 'PAPERS']);
  const other = await memberOf('other', ['MILESTONES', 'ETA']);
  const followers = await followedBy(many, FOLLOWERS);
  const others = await followedBy(other, 2);
  system.takeStatements();
  await system.deliver('ningbo-terminal', gateOut(BOX, '1712', 'ORIGINAL'));

  const changed = async (followed: Followed<Update>): Promise<Update> => {
    for (;;) {
      const update = (await followed.next('the gate-out', 60_000))?.data;
      if (!update) throw new Error('the subscription ended');
      const { containers } = update.journeyUpdated.shipment.journey;
      if (containers.some(({ reference, last }) => reference === BOX && last?.code === 'GATED_OUT'))
        return update;
    }
  };
  const told = await Promise.all(followers.map(changed));
  const toldOthers = await Promise.all(others.map(changed));
  const reads = system.takeStatements().filter((name) => name === 'journeyFacts');
  // Two audiences, each with what is related; some are nudged while the first reading is under way, and a change may nudge twice.
  expect(reads.length).toBeLessThan(FOLLOWERS / 2);

  const numbers = (update: Update) => update.journeyUpdated.shipment.identifiers.map(({ value }) => value);
  for (const update of told) {
    expect(update.journeyUpdated.shipment.withheld).not.toContain('PAPERS');
    expect(numbers(update)).toContain(NUMBER);
  }
  for (const update of toldOthers) {
    expect(update.journeyUpdated.shipment.withheld).toContain('PAPERS');
    expect(numbers(update)).not.toContain(NUMBER);
  }
}, 240_000);
