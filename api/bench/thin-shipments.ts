import { containerCheckDigit } from 'graph-schema/codes/iso6346';
import { claim, container, documentRef, placeRef } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import { claimText } from 'graph-schema/identity/claim-text';
import { eventId } from 'graph-schema/identity/event-id';
import type { Driver } from 'neo4j-driver';

/** A shipment of one bill and one box, of which four moves are told. */
export interface ThinShipment {
  readonly id: string;
  readonly bill: string;
  readonly box: string;
}

const DAY = 86_400_000;
const START = Date.parse('2026-01-05T00:00:00Z');
const MOVES: readonly (readonly [EventCode, string, number])[] = [
  ['GATED_IN', 'CNNBO', 0],
  ['LOADED', 'CNNBO', 2],
  ['DISCHARGED', 'NLRTM', 32],
  ['GATED_OUT', 'NLRTM', 34],
];
const BATCH = 2000;

/** The shipment of a place in the row: the same numbers each time. */
export function thinShipment(index: number): ThinShipment {
  const owner = `T${String.fromCharCode(65 + (Math.floor(index / 1_000_000) % 26))}LU`;
  const first = owner + String(index % 1_000_000).padStart(6, '0');
  return {
    id: `shp_thin${index}`,
    bill: `COSU7${String(index).padStart(9, '0')}`,
    box: first + String(containerCheckDigit(first)),
  };
}

function rowOf(index: number) {
  const { id, bill, box } = thinShipment(index);
  const events = MOVES.map(([code, place, day]) => {
    const at = START + ((index % 200) + day) * DAY;
    const instant = new Date(at).toISOString().replace('.000', '');
    const time = { instant, local: instant.slice(0, -1), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' } as const;
    const event = claim({
      code,
      classifier: 'ACTUAL',
      time,
      place: placeRef({ unLocode: place }),
      equipment: container(box),
      loadState: 'FULL',
      documents: [documentRef('MASTER_BILL', bill, { issuer: 'COSU' })],
    });
    return [eventId(event), code, at, claimText(event), place];
  });
  return [id, bill, box, index % 16, events];
} // prettier-ignore

/** As intake would have written them, in bulk; a raw message for each batch. */
const WRITE = `MERGE (src:Source {id: 'bench'}) ON CREATE SET src.name = 'bench', src.kind = 'TERMINAL'
CREATE (w:RawMessage {id: $raw, source: 'bench', sha256: $raw, bytes: 0, format: 'bench', receivedAt: '2026-01-05T00:00:00Z', deliveries: [], outcome: 'READ'})
WITH w
UNWIND $rows AS r
CREATE (b:Identifier {key: 'MASTER_BILL:' + r[1], scheme: 'MASTER_BILL', value: r[1]}),
  (i:Identifier {key: 'CONTAINER:' + r[2], scheme: 'CONTAINER', value: r[2]}),
  (b)-[:SEEN_WITH]->(i),
  (s:Shipment {id: r[0], anchor: b.key, lane: r[3], documents: [b.key], cycles: ['cyc_' + r[0]], shows: []}),
  (y:EquipmentCycle {id: 'cyc_' + r[0], from: r[4][0][2], documents: [b.key], sets: [b.key], aboard: '[]', holds: [e IN r[4] | e[0]]}),
  (b)-[:COVERS]->(s), (s)-[:CARRIES]->(y), (y)-[:OF]->(i)
WITH w, r, i
UNWIND r[4] AS e
CREATE (v:Event {id: e[0], code: e[1], classifier: 'ACTUAL', at: e[2], loadState: 'FULL', documents: ['MASTER_BILL:' + r[1]], claim: e[3], place: e[4]})-[:ABOUT]->(i),
  (w)-[:ATTESTS {start: 0, end: 0, version: 0}]->(v)`;

/** Fills the graph up with shipments from one place in the row to another. */
export async function writeThinShipments(driver: Driver, from: number, to: number): Promise<void> {
  const session = driver.session();
  try {
    for (let at = from; at < to; at += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, to - at) }, (_, offset) => rowOf(at + offset));
      await session.executeWrite((tx) => tx.run(WRITE, { raw: `raw_bench${at}`, rows }));
    }
  } finally {
    await session.close();
  }
}
