// Which run a shipment waits for to arrive where, and the last that arrived: what arrivals are computed for, and what is learned from.
CREATE INDEX shipment_summary_awaits IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.awaits);
CREATE INDEX shipment_summary_came IF NOT EXISTS FOR (n:ShipmentSummary) ON (n.came);
// What is learned from arrivals, as JSON.
CREATE CONSTRAINT eta_learned_name IF NOT EXISTS FOR (n:EtaLearned) REQUIRE n.name IS UNIQUE;
