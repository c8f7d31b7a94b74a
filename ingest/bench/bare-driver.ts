import type { Driver } from 'neo4j-driver';

/** What of a claim anyone would store who just writes it down: id, box, place, code, classifier, time, source. */
export type BareRow = readonly [
  id: string,
  container: string,
  place: string,
  code: string,
  classifier: string,
  at: number,
  source: string,
];

const BATCH = 2000;

/** The usual good way to load events: one merge that tells whether the event is new, and all the rest only if it is. */
const SMART = `UNWIND $rows AS r
MERGE (e:BareEvent {id: r[0]})
  ON CREATE SET e.code = r[3], e.classifier = r[4], e.at = r[5], e.source = r[6]
WITH e, r WHERE NOT EXISTS { (e)-[:HAPPENED_TO]->() }
MERGE (c:BareContainer {number: r[1]})
MERGE (p:BarePlace {code: r[2]})
CREATE (e)-[:HAPPENED_TO]->(c), (e)-[:HAPPENED_AT]->(p)`;

export async function prepareBare(driver: Driver): Promise<void> {
  for (const [label, key] of [['BareEvent', 'id'], ['BareContainer', 'number'], ['BarePlace', 'code']] as const) {
    await driver.executeQuery(
      `CREATE CONSTRAINT ${label.toLowerCase()}_key IF NOT EXISTS FOR (n:${label}) REQUIRE n.${key} IS UNIQUE`,
    );
  } // prettier-ignore
  await driver.executeQuery('CALL db.awaitIndexes(60)');
}

/** Writes the rows in one session, batch after batch. */
export async function writeBare(driver: Driver, rows: readonly BareRow[]): Promise<void> {
  const session = driver.session();
  try {
    for (let i = 0; i < rows.length; i += BATCH) {
      const part = rows.slice(i, i + BATCH);
      await session.executeWrite((tx) => tx.run(SMART, { rows: part }));
    }
  } finally {
    await session.close();
  }
}
