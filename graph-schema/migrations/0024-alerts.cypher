// Alert rules of people, what is to be told to them and was, and the letters that tell it.
CREATE CONSTRAINT alert_reader_id IF NOT EXISTS FOR (n:AlertReader) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT alert_rule_id IF NOT EXISTS FOR (n:AlertRule) REQUIRE n.id IS UNIQUE;
CREATE INDEX alert_rule_reader IF NOT EXISTS FOR (n:AlertRule) ON (n.reader);
CREATE CONSTRAINT alert_matter_key IF NOT EXISTS FOR (n:AlertMatter) REQUIRE n.key IS UNIQUE;
CREATE INDEX alert_matter_letter IF NOT EXISTS FOR (n:AlertMatter) ON (n.reader, n.letter);
CREATE CONSTRAINT alert_eta_key IF NOT EXISTS FOR (n:AlertEta) REQUIRE (n.rule, n.shipment) IS UNIQUE;
CREATE CONSTRAINT alert_letter_id IF NOT EXISTS FOR (n:AlertLetter) REQUIRE n.id IS UNIQUE;
CREATE INDEX alert_letter_at IF NOT EXISTS FOR (n:AlertLetter) ON (n.reader, n.at);
