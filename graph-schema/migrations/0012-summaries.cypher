// What a shipment's journey came to when it was last derived. Beside the shipment, not on it: whoever concludes never waits for whoever derives.
CREATE CONSTRAINT shipment_summary_id IF NOT EXISTS FOR (n:ShipmentSummary) REQUIRE n.id IS UNIQUE;
CREATE INDEX shipment_summary_changes IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.changesAt);
CREATE INDEX shipment_summary_phase IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.phase);
CREATE INDEX shipment_summary_eta IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.etaAt);
CREATE INDEX shipment_summary_attention IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.attention);
CREATE CONSTRAINT deriver_lane IF NOT EXISTS FOR (n:Deriver) REQUIRE n.lane IS UNIQUE;
