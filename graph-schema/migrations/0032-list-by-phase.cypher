// Lists of shipments by phase: how far on in its life each is, as `list-order.ts` reckons it, and of one phase what changed last first.
MATCH (n:ShipmentSummary) WHERE n.progress IS NULL
CALL (n) {
  WITH n, ['UNKNOWN', 'CANCELLED', 'BOOKED', 'PRE_CARRIAGE', 'AT_ORIGIN', 'IN_TRANSIT', 'AT_TRANSSHIPMENT', 'AT_DESTINATION', 'ON_CARRIAGE', 'DELIVERED', 'COMPLETED'] AS phases
  SET n.progress = ([i IN range(0, size(phases) - 1) WHERE phases[i] = n.phase][0] + 1) * 10000000000000 - n.changedAt
} IN TRANSACTIONS OF 1000 ROWS;
CREATE INDEX shipment_summary_progress IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.progress, n.id);
