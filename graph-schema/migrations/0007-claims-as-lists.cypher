// What a use of a box holds and what a shipment shows are lists of claims' ids: written with the node in one go, where
// an edge for each claim cost a look-up and changes to four records.
MATCH (y:EquipmentCycle) WHERE y.holds IS NULL
CALL (y) { SET y.holds = COLLECT { MATCH (y)-[:HOLDS]->(e:Event) RETURN e.id } } IN TRANSACTIONS OF 1000 ROWS;
MATCH (s:Shipment) WHERE s.shows IS NULL
CALL (s) { SET s.shows = COLLECT { MATCH (s)-[:SHOWS]->(e:Event) RETURN e.id } } IN TRANSACTIONS OF 1000 ROWS;
MATCH ()-[edge:HOLDS|SHOWS]->()
CALL (edge) { DELETE edge } IN TRANSACTIONS OF 10000 ROWS;
