// Terminals name a ship, carriers give its IMO number: one is found by the other.
CREATE INDEX transport_means_name IF NOT EXISTS FOR (n:TransportMeans) ON (n.name);
