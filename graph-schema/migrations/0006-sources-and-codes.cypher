// When a source was last heard, and what it sent of late.
CREATE INDEX raw_message_source IF NOT EXISTS FOR (n:RawMessage) ON (n.source, n.receivedAt);
// Codes without a meaning, by the list that lacks it.
CREATE CONSTRAINT unmapped_code_key IF NOT EXISTS FOR (n:UnmappedCode) REQUIRE n.key IS UNIQUE;
