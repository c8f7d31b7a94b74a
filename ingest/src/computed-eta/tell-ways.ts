import { listTold } from 'graph-schema/cypher/read/awaited-arrivals';
import { crossingsOf } from 'graph-schema/domain/eta/off-way';
import type { PredictionPolicy } from 'graph-schema/domain/eta/predict-policy';
import { carrierOf, type EtaMap, type KnownRun } from 'graph-schema/domain/eta/predict-run';
import { fenceOf, isOutOf, type FenceCrossing } from 'graph-schema/domain/eta/way-fence';
import { readClaim } from 'graph-schema/identity/claim-text';
import type { Graph } from '../graph-writer/graph.ts';
import { threadKey } from '../graph-writer/plan-batch.ts';
import { PORT_CALLS } from '../sources/internal-sources.ts';
import type { Intake } from '../sources/intake.ts';
import { wayMessage, wayThreadOf } from './way-message.ts';

interface WayParts {
  readonly graph: Pick<Graph, 'read'>;
  readonly intake: Intake;
  readonly map: EtaMap;
  readonly policy: PredictionPolicy;
}

type Side = Pick<FenceCrossing, 'isOut' | 'at'>;

/**
 * Tells which runs left the fences around their expected ways, or came back. What was told stands, whatever becomes of the
 * plan; before it stands in the graph, the same is found again and makes the same message, which counts once.
 */
export async function tellWays(parts: WayParts, runs: readonly KnownRun[], now: number): Promise<void> {
  const { intake, map, policy } = parts;
  const before = await toldBefore(parts, runs);
  for (const run of runs) {
    const told = before.get(wayThreadOf(run.leg)) ?? new Map<number, Side>();
    const crossings = crossingsOf(run, map, policy, told, now);
    const bytes = wayMessage(run.leg, carrierOf(run), crossings);
    if (!bytes) continue;
    const [contentType, fileName, receivedAt] = ['application/json', null, null];
    await intake.accept({ source: PORT_CALLS, bytes, contentType, fileName, receivedAt });
  }
} // prettier-ignore

/** On which side of each fence these runs were told to be last, by thread. */
async function toldBefore({ graph }: WayParts, runs: readonly KnownRun[]): Promise<Map<string, Map<number, Side>>> {
  const threads = new Map(
    runs.map(({ leg }): [string, string] => {
      const thread = wayThreadOf(leg);
      return [threadKey(PORT_CALLS.id, thread) ?? thread, thread];
    }),
  );
  const told = new Map<string, Map<number, Side>>();
  if (threads.size === 0) return told;
  for (const { thread, claim } of await graph.read((tx) => tx.run(listTold, { threads: [...threads.keys()] }))) {
    const event = readClaim(claim);
    const nm = fenceOf(event);
    if (nm === null) continue;
    const sides = told.get(threads.get(thread) ?? '') ?? new Map<number, Side>();
    const at = Date.parse(event.time.instant);
    if (at >= (sides.get(nm)?.at ?? -Infinity)) sides.set(nm, { isOut: isOutOf(event), at });
    told.set(threads.get(thread) ?? '', sides);
  }
  return told;
} // prettier-ignore
