// One counter a lane, made once so that a writer only ever locks it. A shipment's lane never changes.
UNWIND range(0, 3) AS lane MERGE (c:FeedCounter {lane: lane}) ON CREATE SET c.seq = 0;
MERGE (l:GroupLock {name: 'conclusions'}) ON CREATE SET l.turn = 0;
