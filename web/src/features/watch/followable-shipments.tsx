import { ShipmentList } from '../shipments/shipment-list.tsx';
import type { Column } from '../shipments/list-address.ts';
import type { ListedShipment } from '../shipments/shipments.graphql.ts';
import { MarkedRows } from './marked-rows.tsx';
import type { WatchListSummary } from './watch.graphql.ts';

interface FollowableShipmentsProps {
  readonly shipments: readonly ListedShipment[];
  /** Of whoever looks; empty: he has none to put rows into. */
  readonly lists: readonly WatchListSummary[];
  readonly columns: readonly Column[];
}

/** A table of shipments of which those that are marked are followed together. */
export function FollowableShipments({ shipments, lists, columns }: FollowableShipmentsProps) {
  if (lists.length === 0) return <ShipmentList shipments={shipments} columns={columns} />;
  return (
    <MarkedRows key={shipments.map(({ id }) => id).join(' ')} list={lists}>
      <ShipmentList shipments={shipments} columns={columns} isMarked />
    </MarkedRows>
  );
}
