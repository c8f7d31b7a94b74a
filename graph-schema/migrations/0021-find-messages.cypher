// A received message is found by the beginning of its hash, and by a part of its file name.
CREATE INDEX raw_message_sha256 IF NOT EXISTS FOR (n:RawMessage) ON (n.sha256);
CREATE TEXT INDEX raw_message_file_name IF NOT EXISTS FOR (n:RawMessage) ON (n.fileName);
