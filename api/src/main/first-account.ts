import { clockSettings, createServiceClock } from 'graph-schema/service-clock';
import { connectAccountGraph } from '../access/account-graph.ts';
import { ensureFirstAccount } from '../access/first-account.ts';
import { readSettings } from '../settings.ts';

// Makes sure that somebody can sign in, and prints how as JSON: for `npm start`, which shows it.
const graph = connectAccountGraph(readSettings(process.env).neo4j);
try {
  const now = createServiceClock(clockSettings(process.env, Date.now), Date.now);
  const account = await ensureFirstAccount(graph, { wall: Date.now(), now: now() });
  process.stdout.write(`${JSON.stringify(account)}\n`);
} finally {
  await graph.close();
}
