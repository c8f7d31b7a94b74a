// Lists of shipments by phase; summaries have it once this version has derived them.
CREATE INDEX shipment_summary_progress IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.progress, n.id);
