import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { SaidEta } from 'graph-schema/domain/eta/predict-say';
import { getPredictionPolicy } from 'graph-schema/reference/eta-prediction';
import { endsComputing, takesComputing } from '../graph-writer/keep-learned.ts';
import { createEtaMap } from './eta-map.ts';
import { learnArrivals, storedLearning, type Learnt } from './learn-arrivals.ts';
import { tellArrivals, type ComputedEtaParts } from './tell-arrivals.ts';

const EVERY_MS = 15_000;
/** Steps of one turn, so that a crowd of ships leaves room for what is received; the next turn goes on there. */
const STEPS = 10;
/** Of several processes one computes; who does not come again for so long has lost it. */
const LEASE_MS = 60_000;
/** It learns anew so often, of the service clock, but no more often than so by the wall clock. */
const LEARN_SERVICE_MS = 86_400_000;
const LEARN_WALL_MS = 10 * 60_000;

/** Computes arrivals from time to time, and learns from those that came. Never throws: what a turn could not do the next one does. */
export function watchArrivals(
  given: Pick<ComputedEtaParts, 'graph' | 'intake' | 'places' | 'now'>,
  log: Logger,
): { close(): Promise<void> } {
  const owner = randomUUID();
  const isOurs = () => takesComputing(given.graph, owner, LEASE_MS);
  const lastTold = new Map<string, SaidEta>();
  let parts: ComputedEtaParts | null = null;
  let learnt: Learnt | null = null;
  let learnedOnWall = -Infinity;
  let after = '';
  let turn: Promise<void> | null = null;
  let isClosed = false;
  const learn = async (with_: ComputedEtaParts): Promise<Learnt> => {
    const known = learnt ?? (await storedLearning(with_));
    const isDue = given.now() - known.learnedAt >= LEARN_SERVICE_MS;
    if (!isDue || performance.now() - learnedOnWall < LEARN_WALL_MS) return known;
    learnedOnWall = performance.now();
    const { legs, ...now } = await learnArrivals(with_);
    log.debug({ legs }, 'learned from arrivals');
    return now;
  };
  const look = async (): Promise<void> => {
    parts ??= { ...given, map: createEtaMap(given.places), policy: getPredictionPolicy(), lastTold };
    if (!(await isOurs())) return;
    learnt = await learn(parts);
    for (let step = 0; step < STEPS && !isClosed && (await isOurs()); step += 1) {
      const done = await tellArrivals(parts, learnt.tables, after);
      if (done.told > 0) log.debug({ told: done.told }, 'arrivals computed');
      after = done.after ?? '';
      if (done.after === null) return;
    }
  };
  const timer = setInterval(() => {
    turn ??= look()
      .catch((error: unknown) => log.debug({ err: error }, 'arrivals not computed'))
      .finally(() => (turn = null));
  }, EVERY_MS);
  return {
    async close() {
      isClosed = true;
      clearInterval(timer);
      await turn;
      await endsComputing(given.graph, owner).catch(() => undefined);
    },
  };
}
