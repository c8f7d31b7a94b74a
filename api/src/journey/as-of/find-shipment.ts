import type { KnownShipmentRow } from 'graph-schema/cypher/read/known-shipments';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { shipmentId } from 'graph-schema/identity/shipment-id';

/** The shipments of an instant, by number, in the order of their anchors. */
type Shipments = readonly JourneyFacts[];

/**
 * Which of the shipments of an instant an id leads to. Ids live on while what they name changes: a booking's goes on as
 * its bill's, and one that proved to be another's leads to that one. So first what the id was made for, then what it
 * hung on last, then where its papers went, and at last what its heir had been before it was the heir.
 */
export function findShipment(shipments: Shipments, row: KnownShipmentRow): JourneyFacts | null {
  const byId = (id: string) => shipments.find(({ anchor }) => shipmentId(anchor) === id);
  const byAnchor = (key: string) => shipments.find(({ anchor }) => anchor === key);
  const covering = (key: string) => shipments.find(({ documents }) => documents.some((one) => one === key));
  const asBefore = () =>
    row.aliases.map(({ id, anchor }) => byId(id) ?? byAnchor(anchor)).find((found) => found !== undefined);
  return (
    byId(row.asked) ??
    byAnchor(row.askedAnchor) ??
    shipments.find(({ documents }) => documents.some((key) => shipmentId(key) === row.asked)) ??
    covering(row.askedAnchor) ??
    byId(row.id) ??
    byAnchor(row.anchor) ??
    covering(row.anchor) ??
    asBefore() ??
    null
  );
}
