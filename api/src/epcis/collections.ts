import type { Context } from '../context.ts';
import { walkFrom } from '../events/walk-from.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { eventsOf } from './list-events.ts';

/** Top-level resources (EPCIS 2.0, 12.2): what lists them, the parameter that each stands for, and where it is in an event. */
export const COLLECTIONS = {
  eventTypes: { type: 'EventTypeItemList', field: 'eventType', parameter: 'eventType', read: ({ type }) => [type] },
  epcs: { type: 'EPCItemList', field: 'epc', parameter: 'MATCH_anyEPC', read: ({ epcList = [], childEPCs = [], parentID }) => [...epcList, ...childEPCs, ...one(parentID)] },
  bizSteps: { type: 'BizStepItemList', field: 'bizStep', parameter: 'EQ_bizStep', read: ({ bizStep }) => one(bizStep) },
  bizLocations: { type: 'BizLocationItemList', field: 'bizLocation', parameter: 'EQ_bizLocation', read: () => [] },
  readPoints: { type: 'ReadPointItemList', field: 'readPoint', parameter: 'EQ_readPoint', read: ({ readPoint }) => one(readPoint?.id) },
  dispositions: { type: 'DispositionItemList', field: 'disposition', parameter: 'EQ_disposition', read: ({ disposition }) => one(disposition) },
} as const satisfies Readonly<Record<string, Collection>>; // prettier-ignore
export type CollectionName = keyof typeof COLLECTIONS;

interface Collection {
  readonly type: string;
  readonly field: string;
  readonly parameter: string;
  readonly read: (event: EpcisEvent) => readonly string[];
}

const BATCH = 25;
const MOST_WALKED = 250;

/** Values of the shipments behind one, until there are enough; `next`: the last shipment that was looked at. */
export async function collect(
  name: CollectionName,
  enough: number,
  after: string,
  context: Context,
): Promise<{ readonly values: readonly string[]; readonly next: string | null }> {
  const { read }: Collection = COLLECTIONS[name];
  const values = new Set<string>();
  let at = after;
  for (let walked = 0; walked < MOST_WALKED && values.size < enough; walked += BATCH) {
    const ids = await walkFrom(at, null, BATCH, context);
    const last = ids.at(-1);
    if (last === undefined) return { values: [...values].sort(), next: null };
    const views = await Promise.all(ids.map((id) => context.shipments.load(id)));
    for (const id of ids) context.shipments.clear(id);
    for (const view of views) for (const event of view ? eventsOf(view, context) : []) for (const value of read(event)) values.add(value); // prettier-ignore
    at = last;
  }
  return { values: [...values].sort(), next: at };
}

function one(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
