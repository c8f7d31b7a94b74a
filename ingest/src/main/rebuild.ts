// npm run rebuild [-- --verify] [--from-start]   draws all conclusions anew from the facts, beside a running ingest.
import { parseArgs } from 'node:util';
import { townPointsOf } from 'graph-schema/domain/town-points';
import { derivationVersion } from 'graph-schema/reference/derivation-version';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { serviceClock } from '../clock.ts';
import { createDerive } from '../deriver/derive-batch.ts';
import { followOwnKeys } from '../deriver/own-keys.ts';
import { connectGraph } from '../graph-writer/graph.ts';
import type { Change } from '../graph-writer/rebuild/changes.ts';
import { rebuild } from '../graph-writer/rebuild/rebuild.ts';
import { createPublisher } from '../publisher/publisher.ts';
import { readSettings } from '../settings.ts';

const HELP =
  'npm run rebuild [-- --verify] [--from-start]\n' +
  '  Draws cycles, parked claims, shipments, what they carry and their summaries anew from the facts, and writes what stands otherwise.\n' +
  '  One that was cut off goes on where it ended. Ingest may run meanwhile.\n' +
  '  --verify      names what stood otherwise, and exits with 1 if anything did\n' +
  '  --from-start  begins anew, wherever an earlier one was cut off';
/** More differences than these are counted, not named. */
const NAMED_MAX = 200;
const SAY_EVERY_MS = 5000;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        verify: { type: 'boolean', default: false },
        'from-start': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch {
    return null;
  }
}

const values = options();
if (values === null || values.help) {
  console.error(HELP);
  process.exit(values === null ? 2 : 0);
}
const places = loadGazetteer();
const settings = readSettings(process.env);
const graph = connectGraph(settings.neo4j);
const publisher = createPublisher(settings.redis.url, settings.redis.prefix, () => undefined);
const own = followOwnKeys(graph);
let named = 0;
const name = ({ kind, id, how }: Change) => {
  named += 1;
  if (values.verify && named <= NAMED_MAX) console.log(`${kind} ${id}: ${how}`);
};
let saidAt = Date.now();

try {
  await own.look();
  const { slices, changes, resumed } = await rebuild({
    graph,
    now: serviceClock(process.env),
    points: townPointsOf(places),
    derive: createDerive(places, own.current),
    derivedBy: `${derivationVersion()}${own.mark()}`,
    fromStart: values['from-start'],
    onChange: name,
    onStep({ phase, last, shipments }) {
      // A page that is open follows; whoever misses the nudge finds the change in the feed.
      publisher.publish('journey:changed', shipments);
      if (Date.now() - saidAt < SAY_EVERY_MS) return;
      saidAt = Date.now();
      console.error(`${phase} up to ${last ?? 'the end'}, ${named} differences`);
    },
  });
  if (values.verify && changes > NAMED_MAX) console.log(`… and ${changes - NAMED_MAX} more`);
  const from = resumed ? ', going on with an earlier one' : '';
  console.log(`rebuilt in ${slices} slices${from}: ${changes === 0 ? 'no difference' : `${changes} differences`}`);
  process.exitCode = values.verify && changes > 0 ? 1 : 0;
} finally {
  await publisher.close();
  await graph.close();
} // prettier-ignore
