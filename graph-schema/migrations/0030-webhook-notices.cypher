// Letters to administrators that a webhook disabled itself: each once, and those that are due are looked for all the time.
CREATE CONSTRAINT webhook_notice_id IF NOT EXISTS FOR (n:WebhookNotice) REQUIRE n.id IS UNIQUE;
CREATE INDEX webhook_notice_next IF NOT EXISTS FOR (n:WebhookNotice) ON (n.nextAt);
