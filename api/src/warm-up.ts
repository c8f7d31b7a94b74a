import { findMeans, listTracks } from 'graph-schema/cypher/read/means-of-transport';
import { findShipmentsByNumber } from 'graph-schema/cypher/read/find-shipments-by-number';
import { journeyFacts } from 'graph-schema/cypher/read/journey-facts';
import { parkedClaims } from 'graph-schema/cypher/read/parked-claims';
import { runClaims } from 'graph-schema/cypher/read/run-claims';
import { shipNames } from 'graph-schema/cypher/read/ship-names';
import type { Logger } from 'pino';
import type { GraphReader } from './graph.ts';
import { PARKED_SLACK_MS } from './journey/parked-statements.ts';

/** Has the database plan what every page asks. Failing here is no reason not to start: the first reader waits instead. */
export async function warmUp(graph: GraphReader, log: Logger): Promise<void> {
  try {
    await graph.run(findShipmentsByNumber, { keys: ['CONTAINER:'] });
    await graph.run(journeyFacts, { ids: [''] });
    await graph.run(runClaims, { runs: [['', 0, 0]] });
    await graph.run(shipNames, { imos: [''], names: [''] });
    await graph.run(parkedClaims, { cycles: [''], slackMs: PARKED_SLACK_MS });
    await graph.run(findMeans, { keys: ['VESSEL:'] });
    await graph.run(listTracks, { rows: [] });
  } catch (error) {
    log.warn({ err: error }, 'statements not planned ahead');
  }
}
