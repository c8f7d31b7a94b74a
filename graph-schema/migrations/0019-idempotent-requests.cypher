// Mutations that were sent with an idempotency key, kept for a day.
CREATE CONSTRAINT idempotent_request_id IF NOT EXISTS FOR (n:IdempotentRequest) REQUIRE n.id IS UNIQUE;
CREATE INDEX idempotent_request_expires IF NOT EXISTS FOR (n:IdempotentRequest) ON (n.expiresAt);
