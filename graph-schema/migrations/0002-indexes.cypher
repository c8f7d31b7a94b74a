// A sender's reference finds what it said before, so that it can be replaced or cancelled.
CREATE INDEX attests_thread IF NOT EXISTS FOR ()-[a:ATTESTS]-() ON (a.thread);
CREATE INDEX transport_means_imo IF NOT EXISTS FOR (n:TransportMeans) ON (n.imo);
CREATE INDEX raw_message_outcome IF NOT EXISTS FOR (n:RawMessage) ON (n.outcome);
