// npm run replay -- <rawId>… | --dead | --not-entitled | --all   reads stored messages again with today's code; the ingest process does it.
import { parseArgs } from 'node:util';
import { listNotEntitled, listRawMessages } from 'graph-schema/cypher/read/list-raw-messages';
import { rawMessageOutcomes } from 'graph-schema/cypher/read/raw-message-outcomes';
import { serviceClock } from '../clock.ts';
import { connectGraph } from '../graph-writer/graph.ts';
import { createLogger } from '../observability/log.ts';
import { openReadQueue } from '../queues/read-queue.ts';
import { openFolderStore } from '../raw/folder-store.ts';
import { requestReplay } from '../raw/request-replay.ts';
import { readSettings } from '../settings.ts';

/** So many wait at once at most: a replay of everything must leave room for what is received meanwhile. */
const WINDOW = 64;
const LOOK_EVERY_MS = 200;
const STUCK_MS = 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dead: { type: 'boolean', default: false },
    'not-entitled': { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
});
const ways = [values.dead, values['not-entitled'], values.all, positionals.length > 0];
if (ways.filter(Boolean).length !== 1) {
  console.error(
    'npm run replay -- <rawId>… | --dead | --not-entitled | --all\n' +
      '  <rawId>  as in the answer to a push: <source>:<sha-256>\n' +
      '  --dead   every dead letter\n' +
      '  --not-entitled  whatever a source might not speak of, after its profile was widened\n' +
      '  --all    every stored message, for instance after a format was corrected\n' +
      'The running ingest process reads them; times of receipt are kept. Ends when all are read.',
  );
  process.exit(2);
}

const settings = readSettings(process.env);
const raw = await openFolderStore(settings.rawFolder);
const graph = connectGraph(settings.neo4j);
// The sweep of the ingest process finds what is pending; a queued job just saves the wait.
const queue = openReadQueue(settings.redis.url, settings.redis.prefix, createLogger('replay', 'fatal'));
const now = serviceClock(process.env);

const ANY = { source: null, limit: Number.MAX_SAFE_INTEGER };
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

async function* ids(): AsyncIterable<string> {
  if (values.all) yield* raw.listArchived();
  else if (values.dead)
    yield* idsOf(await graph.read((tx) => tx.run(listRawMessages, { ...ANY, outcome: 'DEAD' })));
  else if (values['not-entitled'])
    yield* idsOf(await graph.read((tx) => tx.run(listNotEntitled, { ...ANY, reason: null })));
  else yield* positionals;
}

const outcomes = new Map<string, number>();
const waiting = new Map<string, string>();
let unknown = 0;
let progress = Date.now();

/** Takes off the list what left the pending ones, and counts what became of it: one question to the graph for all. */
async function settle(): Promise<void> {
  const pending = new Set(await raw.listPending());
  const gone = [...waiting].filter(([name]) => !pending.has(name));
  if (gone.length > 0) {
    progress = Date.now();
    const read = gone.map(([, id]) => id);
    const rows = await graph.read((tx) => tx.run(rawMessageOutcomes, { ids: read }));
    const outcomeOf = new Map(rows.map(({ id, outcome }) => [id, outcome]));
    for (const [name, id] of gone) {
      waiting.delete(name);
      const outcome = outcomeOf.get(id) ?? 'NOT READ';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  if (Date.now() - progress > STUCK_MS)
    throw new Error(`nothing was read for ${STUCK_MS / 1000} s: is the ingest process running?`);
}

async function settleTo(most: number): Promise<void> {
  while (waiting.size > most) {
    await settle();
    if (waiting.size > most) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

try {
  for await (const id of ids()) {
    await settleTo(WINDOW - 1);
    const name = await requestReplay(raw, id, now());
    if (name === null) {
      unknown += 1;
      console.error(`not stored: ${id}`);
      continue;
    }
    waiting.set(name, id);
    await queue.enqueue(name);
  }
  await settleTo(0);
  const read = [...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
  console.log(`read again: ${read || 'nothing'}`);
  process.exitCode = unknown > 0 || (outcomes.get('DEAD') ?? 0) > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`${waiting.size} messages stay queued and will be read.`);
  process.exitCode = 1;
} finally {
  await queue.close();
  await graph.close();
}
