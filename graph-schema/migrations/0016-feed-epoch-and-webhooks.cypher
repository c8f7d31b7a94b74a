// A feed has a name of its own: a cursor of another graph, or of one that was set up anew, is known as such.
MATCH (c:FeedCounter) WHERE c.epoch IS NULL
WITH collect(c) AS counters
WITH counters, randomUUID() AS epoch
UNWIND counters AS c SET c.epoch = epoch;
CREATE INDEX feed_batch_at IF NOT EXISTS FOR (n:FeedBatch) ON (n.lane, n.at);
// Who could see a shipment when, by batches of its lane.
CREATE CONSTRAINT shipment_sight_id IF NOT EXISTS FOR (n:ShipmentSight) REQUIRE n.id IS UNIQUE;
// Who wants to be called, and what was sent.
CREATE CONSTRAINT webhook_id IF NOT EXISTS FOR (n:Webhook) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT webhook_delivery_id IF NOT EXISTS FOR (n:WebhookDelivery) REQUIRE n.id IS UNIQUE;
CREATE INDEX webhook_delivery_at IF NOT EXISTS FOR (n:WebhookDelivery) ON (n.webhook, n.at);
