// Messages of which something was not taken because their source may not speak of it: why is read off the findings.
CREATE INDEX raw_message_not_entitled IF NOT EXISTS FOR (n:RawMessage) ON (n.notEntitled);
MATCH (w:RawMessage) WHERE w.issueCount > 0 AND w.issues CONTAINS '"code":"NOT_ENTITLED"' AND w.notEntitled IS NULL
CALL (w) {
  WITH w, [part IN split(w.issues, '"code":"NOT_ENTITLED"')[1..] |
    [split(split(part, '"at":"')[1], '"')[0], split(split(part, '"value":"')[1], '"')[0]]] AS found
  UNWIND found AS f
  WITH w, size(found) AS count, collect(DISTINCT CASE f[0]
    WHEN 'POSITION' THEN 'kind POSITION' WHEN 'message' THEN 'format ' + f[1] ELSE f[1] END)[..50] AS reasons
  SET w.notEntitled = count, w.notEntitledFor = reasons
} IN TRANSACTIONS OF 1000 ROWS;
