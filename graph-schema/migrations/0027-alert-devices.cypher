// Browsers that people let show notifications, and what is pushed to each of a letter. One owner to a subscription: who signed in last.
CREATE CONSTRAINT alert_device_id IF NOT EXISTS FOR (n:AlertDevice) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT alert_device_hash IF NOT EXISTS FOR (n:AlertDevice) REQUIRE n.hash IS UNIQUE;
CREATE INDEX alert_device_reader IF NOT EXISTS FOR (n:AlertDevice) ON (n.reader);
CREATE CONSTRAINT alert_push_id IF NOT EXISTS FOR (n:AlertPush) REQUIRE n.id IS UNIQUE;
CREATE INDEX alert_push_letter IF NOT EXISTS FOR (n:AlertPush) ON (n.letter);
CREATE INDEX alert_push_device IF NOT EXISTS FOR (n:AlertPush) ON (n.device);
CREATE INDEX alert_push_state IF NOT EXISTS FOR (n:AlertPush) ON (n.reader, n.state);
