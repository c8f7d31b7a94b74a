// A process that derives until it is killed, for a test that does so.
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { createDerive } from '../deriver/derive-batch.ts';
import { startDeriver } from '../deriver/deriver.ts';
import { connectGraph } from '../graph-writer/graph.ts';
import { readSettings } from '../settings.ts';

startDeriver({
  graph: connectGraph(readSettings(process.env).neo4j),
  derive: createDerive(loadGazetteer()),
  now: () => Date.parse('2026-11-01T00:00:00Z'),
  clockRate: 60,
  owner: `killed-${process.pid}`,
  derivedBy: 'this code',
  onProblem: (problem, error) => void process.stderr.write(`${problem}: ${String(error)}\n`),
});
