// A master's houses are found by the master that they name.
CREATE INDEX shipment_master IF NOT EXISTS FOR (n:Shipment) ON (n.master);
CREATE INDEX shipment_anchor IF NOT EXISTS FOR (n:Shipment) ON (n.anchor);
