// Keys of the graph: every MERGE and every look-up goes through one of these.
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (n:Identifier) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT raw_message_id IF NOT EXISTS FOR (n:RawMessage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT cycle_id IF NOT EXISTS FOR (n:EquipmentCycle) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT shipment_id IF NOT EXISTS FOR (n:Shipment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT message_thread_key IF NOT EXISTS FOR (n:MessageThread) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT transport_means_key IF NOT EXISTS FOR (n:TransportMeans) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT track_key IF NOT EXISTS FOR (n:Track) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT group_lock_name IF NOT EXISTS FOR (n:GroupLock) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT feed_counter_lane IF NOT EXISTS FOR (n:FeedCounter) REQUIRE n.lane IS UNIQUE;
CREATE CONSTRAINT feed_batch_place IF NOT EXISTS FOR (n:FeedBatch) REQUIRE (n.lane, n.seq) IS UNIQUE;
