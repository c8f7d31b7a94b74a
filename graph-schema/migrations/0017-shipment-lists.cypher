// Lists of shipments in each order that they are asked for in; the id decides between equals, so that a page begins where the last one ended.
CREATE INDEX shipment_summary_departed IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.departedAt, n.id);
CREATE INDEX shipment_summary_arrives IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.arrivesAt, n.id);
CREATE INDEX shipment_summary_declared IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.declaredAt, n.id);
CREATE INDEX shipment_summary_released IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.releasedAt, n.id);
CREATE INDEX shipment_summary_changed IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.changedAt, n.id);
CREATE INDEX shipment_summary_urgency IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.urgency, n.id);
