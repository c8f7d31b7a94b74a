// The aircraft of a flight is found by the call sign that it transmits.
CREATE INDEX transport_means_call_sign IF NOT EXISTS FOR (n:TransportMeans) ON (n.callSign);
