/**
 * Sends everything that the sample world has said up to its anchor into a running ingest process, through the same door
 * as any sender, waits until it is read, and ends: `INGEST_URL=… node … play-sample-past.ts <data folder> <anchor>
 * [<after> [<until>]]`, all of it or what was delivered after one instant and up to another.
 * Leaves the plain keys of the sample senders in `<data folder>/sample-world/keys.json`.
 */
import { interruptibleSleep } from '../../ingest/src/sample-world/player/interruptible-sleep.ts';
import { play } from '../../ingest/src/sample-world/player/play.ts';
import { pushMessage } from '../../ingest/src/sample-world/player/push-message.ts';
import { waitUntilRead } from '../../ingest/src/sample-world/player/wait-until-read.ts';
import { openWorldFiles } from '../../ingest/src/sample-world/player/world-files.ts';
import { sampleDeliveries } from '../../ingest/src/sample-world/sample-deliveries.ts';

const [dataFolder, anchor, after = '', until = anchor] = process.argv.slice(2);
const ingestUrl = process.env['INGEST_URL'];
if (!dataFolder || !anchor || !until || !ingestUrl)
  throw new Error('INGEST_URL=… play-sample-past.ts <data folder> <anchor> [<after> [<until>]]');

const stop = new AbortController();
const sleep = interruptibleSleep(stop.signal);
const keys = openWorldFiles(dataFolder, 'sample world of a test').ensureSources();
const past = sampleDeliveries(anchor).filter(
  ({ deliverAt }) => deliverAt > after && deliverAt <= until && deliverAt <= anchor,
);
await play(
  past,
  { anchor, delivered: {} },
  async (delivery) => {
    const push = { ingestUrl, keys, sleep, signal: stop.signal };
    const result = await pushMessage(push, delivery, delivery.deliverAt);
    if (result.outcome !== 'ACCEPTED') throw new Error(`${delivery.what}: ${JSON.stringify(result)}`);
    return true;
  },
  () => undefined,
);
const isRead = await waitUntilRead({ ingestUrl, sleep, signal: stop.signal, progress: () => undefined });
if (!isRead) throw new Error('the sample world was not read in time');
console.log(`${past.length} messages of the sample world are read`);
