import type { Context } from '../context.ts';
import { onlyView, tooLarge } from '../events/event-pages.ts';
import type { EventReads } from '../events/event-reads.ts';
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

/** Some of the values under a name. */
interface Collected {
  readonly values: readonly string[];
  /** The last shipment that was looked at; null: there is none behind it. */
  readonly next: string | null;
  /** Of an instant: some cargo hangs together with too much to be looked back at, and what it has is left out. */
  readonly isPartial: boolean;
}

/** Values of the shipments behind one, until there are enough. Of an instant it may throw an `AsOfError`. */
export async function collect(
  name: CollectionName,
  enough: number,
  after: string,
  { reads, places }: { readonly reads: EventReads; readonly places: Context['places'] },
): Promise<Collected> {
  const { read }: Collection = COLLECTIONS[name];
  const values = new Set<string>();
  let [at, isPartial] = [after, false];
  const end = (next: string | null): Collected => ({ values: [...values].sort(), next, isPartial });
  for (let walked = 0; walked < MOST_WALKED && values.size < enough; walked += BATCH) {
    const ids = await reads.walk(at, null, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return end(null);
    const seen = await Promise.all(ids.map((id) => reads.shipments.load(id).catch(tooLarge)));
    for (const id of ids) reads.shipments.clear(id);
    isPartial ||= seen.includes('TOO_LARGE');
    const events = seen.flatMap((then) => onlyView(then) ?? []).flatMap((view) => eventsOf(view, { places }));
    for (const value of events.flatMap(read)) values.add(value);
    at = last;
  }
  return end(at);
}

function one(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
