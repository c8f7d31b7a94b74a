import * as fc from 'fast-check';
import { eventually } from '../deadline.ts';
import { ANCHOR, startSampleSystem, type SampleSystem } from '../sample-system.ts';
import { askings, KEYS, makeMember, NOBODYS_KEYS, signInOperator, type Member } from './accounts.ts';
import type { Somebody } from './asking.ts';
import { shipmentsOf, type Asking, type ToldShipment } from './model.ts';
import { deliveriesOf, toldBoxes } from './told-cargo.ts';

/** The instant at which all is asked, epoch milliseconds. */
export const NOW = Date.parse(ANCHOR);
/** Before the sample world begins: its senders are there, and have said nothing. */
const BEFORE = '2020-01-01T00:00:00Z';
export const NOTHING: Asking = { holds: [], sources: [], cap: null, granted: [] };
const GENERATED = 8;

/** A generated world of cargo, told to a running system, and generated organisations that ask for it. */
export interface AccessWorld {
  readonly system: SampleSystem;
  readonly operator: Somebody;
  readonly shipments: readonly ToldShipment[];
  readonly members: readonly Member[];
  readonly idOf: (shipment: ToldShipment) => string;
  stop(): Promise<void>;
}

/** `publicLookup`: whether anybody may look numbers up. */
export async function startAccessWorld(
  seed: number,
  publicLookup: 'on' | 'off' = 'off',
): Promise<AccessWorld> {
  process.env['ACCESS'] = 'required';
  process.env['PUBLIC_LOOKUP'] = publicLookup;
  const system = await startSampleSystem(undefined, undefined, BEFORE);
  const operator = await signInOperator(system);
  const boxes = fc.sample(toldBoxes, { seed, numRuns: 1 }).flat();
  const shipments = shipmentsOf(boxes);
  for (const { source, text } of boxes.flatMap(deliveriesOf)) await system.deliver(source, text);
  await system.playUntil(BEFORE);
  const ids = await eventually('all is derived', () => listAll(operator, shipments), 180_000);
  const numbers = shipments.map(({ number }) => number);
  const generated = fc.sample(askings(numbers, NOW), { seed, numRuns: GENERATED });
  const single = [...KEYS, ...NOBODYS_KEYS].map((key): Asking => ({ ...NOTHING, holds: [key] }));
  const members: Member[] = [];
  for (const [index, asking] of [...single, ...generated].entries())
    members.push(await makeMember(operator, system.url, `${index} ${asking.holds.join(' ')}`, asking, ids));
  return {
    system,
    operator,
    shipments,
    members,
    idOf: ({ number }) => ids.get(number) ?? '',
    async stop() {
      delete process.env['ACCESS'];
      delete process.env['PUBLIC_LOOKUP'];
      await system.stop();
    },
  };
}

interface Listed {
  readonly shipments: { readonly edges: readonly { readonly node: { readonly id: string; readonly title: { readonly value: string } } }[] };
} // prettier-ignore

/** Ids of shipments by number, once all are there; null: not yet. */
async function listAll(operator: Somebody, shipments: readonly ToldShipment[]): Promise<ReadonlyMap<string, string> | null> {
  const listed = await operator.need<Listed>('{ shipments(first: 100) { edges { node { id title { value } } } } }');
  const found = new Map(listed.shipments.edges.map(({ node }) => [node.title.value, node.id]));
  return shipments.every(({ number }) => found.has(number)) ? found : null;
} // prettier-ignore
