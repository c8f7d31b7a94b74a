import { ShipmentList } from '../shipments/shipment-list.tsx';
import type { ListedShipment } from '../shipments/shipments.graphql.ts';
import type { ListPlace } from '../shipments/sorted-heads.tsx';
import { MarkedRows } from './marked-rows.tsx';
import type { WatchListSummary } from './watch.graphql.ts';

interface FollowableShipmentsProps {
  readonly shipments: readonly ListedShipment[];
  /** Of whoever looks; empty: he has none to put rows into. */
  readonly lists: readonly WatchListSummary[];
  readonly place: ListPlace;
}

/** A table of shipments of which those that are marked are followed together. */
export function FollowableShipments({ shipments, lists, place }: FollowableShipmentsProps) {
  if (lists.length === 0) return <ShipmentList shipments={shipments} place={place} />;
  return (
    <MarkedRows rows={shipments.map(({ id }) => id).join(' ')} list={lists}>
      <ShipmentList shipments={shipments} place={place} isMarked />
    </MarkedRows>
  );
}
