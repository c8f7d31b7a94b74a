import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { EventReads } from './event-reads.ts';

/**
 * Shipments behind numbers, in order of their ids: of each group at least one number leads there. Null: no group names any, and
 * all may match.
 */
export async function shipmentsNamed(
  groups: readonly (readonly IdentifierKey[])[],
  { numbers }: Pick<EventReads, 'numbers'>,
): Promise<string[] | null> {
  let common: string[] | null = null;
  for (const keys of groups) {
    const hits = await Promise.all(keys.map((key) => numbers.load(key)));
    const found = new Set(hits.flat().flatMap(({ shipment }) => shipment ?? []));
    common = (common ?? [...found]).filter((id) => found.has(id));
  }
  return common && [...common].sort();
}
