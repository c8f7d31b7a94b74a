import { oceanBillVariants } from 'graph-schema/codes/ocean-bill';
import { compactBounded } from 'graph-schema/codes/outcome';
import { walkOpenedShipments, walkShipments } from 'graph-schema/cypher/read/walk-shipments';
import type { Context } from '../context.ts';
import type { EventFilter, TextFilter } from './query.ts';

/** The keys under which the graph knows a number that a filter names; null: the filter names no number. */
export function keysOf(name: TextFilter, text: string): string[] | null {
  const number = compactBounded(text);
  switch (name) {
    case 'carrierBookingReference':
      return [`BOOKING:${number}`];
    case 'transportDocumentReference':
      return [...oceanBillVariants(number).map((bill) => `MASTER_BILL:${bill}`), `HOUSE_BILL:${number}`];
    case 'equipmentReference':
      return [`CONTAINER:${number}`];
    default:
      return null;
  }
}

/** The shipments behind the numbers that a filter names, in order of their ids; null: it names none, and all may match. */
export async function shipmentsNamed(filter: EventFilter, context: Context): Promise<string[] | null> {
  let common: string[] | null = null;
  for (const [name, texts] of Object.entries(filter.texts)) {
    const keys = texts.flatMap((text) => keysOf(name as TextFilter, text) ?? []);
    if (keys.length === 0) continue;
    const hits = await Promise.all(keys.map((key) => context.numbers.load(key)));
    const found = new Set(hits.flat().flatMap(({ shipment }) => shipment ?? []));
    common = (common ?? [...found]).filter((id) => found.has(id));
  }
  return common && [...common].sort();
}

/**
 * Some of all shipments that the asker may see, behind one of them. Whoever holds keys walks over what they open alone, so that
 * a cursor names no shipment of others.
 */
export async function walkFrom(
  after: string,
  { created }: EventFilter,
  limit: number,
  { graph, asker: { sight } }: Context,
): Promise<string[]> {
  const froms = created.flatMap(({ operator, at }) => (operator.startsWith('l') ? [] : [at]));
  const since = froms.length > 0 ? Math.max(...froms) : null;
  const rows =
    sight === 'ALL'
      ? await graph.run(walkShipments, { after, since, limit })
      : await graph.run(walkOpenedShipments, { queries: sight.map(openedBy), after, since, limit });
  return rows.map(({ id }) => id);
}

function openedBy(key: string): string {
  return `sight:"${key.replace(/["\\]/g, '\\$&')}"`;
}
