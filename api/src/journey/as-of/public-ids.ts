import { cyclesOfBoxes } from 'graph-schema/cypher/read/cycles-of-boxes';
import { shipmentsOfAnchors } from 'graph-schema/cypher/read/shipments-of-anchors';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { KnownCycle } from 'graph-schema/domain/known/cut-boxes';
import { shipmentId } from 'graph-schema/identity/shipment-id';
import type { GraphReader } from '../../graph.ts';

/** By anchor the id that leads to what hung on it then; one that nothing has any more is left as it was made. */
export async function shipmentIds(
  graph: GraphReader,
  anchors: readonly IdentifierKey[],
): Promise<(anchor: string) => string> {
  const rows = [...new Set(anchors)].map((anchor): [string, string] => [anchor, shipmentId(anchor)]);
  const found = rows.length > 0 ? await graph.run(shipmentsOfAnchors, { rows }) : [];
  const ids = new Map(
    found.map(({ anchor, own, hanging, covering }) => [anchor, own ?? hanging ?? covering]),
  );
  return (anchor) => ids.get(anchor) ?? shipmentId(anchor);
}

/** By use of a box then the id of the use that holds most of its claims now, else its name within the answer. */
export async function cycleIds(
  graph: GraphReader,
  cycles: readonly KnownCycle[],
): Promise<(id: string) => string> {
  const keys = [...new Set(cycles.map(({ container }) => container))];
  const stored = keys.length > 0 ? await graph.run(cyclesOfBoxes, { keys }) : [];
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  const scored = cycles
    .flatMap((cycle) => {
      const holds = new Set(cycle.holds);
      return stored
        .filter(({ container }) => container === cycle.container)
        .map(({ id, holds: now }) => ({ cycle, id, shared: now.filter((claim) => holds.has(claim)).length }));
    })
    .sort((a, b) => b.shared - a.shared);
  for (const { cycle, id, shared } of scored) {
    if (shared === 0 || ids.has(cycle.id) || taken.has(id)) continue;
    ids.set(cycle.id, id);
    taken.add(id);
  }
  return (id) => ids.get(id) ?? id;
}
