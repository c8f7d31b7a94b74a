import type { TownPoints } from 'graph-schema/domain/town-points';
import { noteRebuild, readRebuild } from 'graph-schema/cypher/conclude/rebuild';
import { recordTurn } from 'graph-schema/cypher/conclude/record-turn';
import type { Derive } from '../../deriver/derive-batch.ts';
import type { ConcludedShipment } from '../conclude/append-entries.ts';
import { ALL_KEYS, keysNoted, Standing } from '../conclude/standing.ts';
import { isOutOfMemory, type Graph } from '../graph.ts';
import type { Change } from './changes.ts';
import { PHASES, rebuildStep, type Phase, type Step } from './rebuild-step.ts';

export interface RebuildOptions {
  readonly graph: Pick<Graph, 'read' | 'write'>;
  /** The service clock. */
  readonly now: () => number;
  /** Where towns lie, as live operation knows it. */
  readonly points: TownPoints;
  /** Derives journeys as the deriver does, and the name of the code and the rules that do. */
  readonly derive: Derive;
  readonly derivedBy: string;
  /** Begins anew, wherever an earlier rebuild was cut off. */
  readonly fromStart?: boolean;
  readonly onStep?: (progress: Progress) => void | Promise<void>;
  /** Takes what was found different; it is not kept. */
  readonly onChange?: (change: Change) => void;
}

export interface Progress {
  readonly phase: Phase;
  readonly last: string | null;
  readonly changes: number;
  /** Whose journey may read differently now: to be told to readers. */
  readonly shipments: readonly ConcludedShipment[];
}

export interface Rebuilt {
  readonly slices: number;
  readonly changes: number;
  readonly resumed: boolean;
}

/** Keys of a slice at first; then as many as take about this long, so that intake waits no longer than for itself. */
const FIRST_LIMIT = 100;
const LIMIT_MAX = 2000;
const SLICE_MS = 400;
/** Papers remembered as done; more are looked at again, which is no harm. */
const DONE_MAX = 500_000;

/**
 * Draws all conclusions anew from the facts: which attestations stand, cycles of boxes, what was aboard what, what is
 * parked, shipments with their papers and boxes, their summaries. Only what stands otherwise is written, and told in the
 * feed; ids stay.
 * It goes slice by slice, each a transaction of its own under the lock of conclusions, which notes how far it came: so
 * it may run beside intake, be killed, and be started again.
 */
export async function rebuild(options: RebuildOptions): Promise<Rebuilt> {
  const { graph, now, points, derive, derivedBy, onStep, onChange } = options;
  let place = await begin(options);
  const resumed = place.after !== '' || place.phase !== PHASES[0];
  const standing = new Standing(points);
  const done = new Set<string>();
  let limit = FIRST_LIMIT;
  let [slices, changes] = [0, 0];
  for (;;) {
    const start = performance.now();
    const { phase, after } = place;
    let step: Step;
    try {
      const slice = { phase, after, limit, done, at: new Date(now()).toISOString(), derive, derivedBy };
      step = await graph.write(async (tx) => {
        standing.reset();
        await standing.begin(tx);
        const result = await rebuildStep(tx, standing, slice);
        await tx.run(noteRebuild, { place: textOf(nextPlace(place, result.last)) });
        await tx.run(recordTurn, { keys: result.looked === null ? [ALL_KEYS] : keysNoted(result.looked) });
        return result;
      });
    } catch (error) {
      if (limit === 1 || !isTooLarge(error)) throw error;
      limit = Math.ceil(limit / 4);
      continue;
    }
    slices += 1;
    changes += step.changes.length;
    for (const change of step.changes) onChange?.(change);
    if (phase === 'PAPERS' && done.size < DONE_MAX) for (const key of step.looked ?? []) addPaper(done, key);
    await onStep?.({ phase, last: step.last, changes: step.changes.length, shipments: step.shipments });
    const next = nextPlace(place, step.last);
    if (next === null) return { slices, changes, resumed };
    const took = performance.now() - start;
    limit = Math.max(1, Math.min(LIMIT_MAX, Math.round(limit * Math.min(2, SLICE_MS / Math.max(took, 1)))));
    // A key of another phase may take far longer.
    if (next.phase !== phase) limit = Math.min(limit, FIRST_LIMIT);
    place = next;
    // Whoever waits for the lock gets it now.
    await new Promise((resolve) => setTimeout(resolve, Math.min(took / 4, 100)));
  }
} // prettier-ignore

interface Place {
  readonly phase: Phase;
  readonly after: string;
}

async function begin({ graph, fromStart }: RebuildOptions): Promise<Place> {
  const start: Place = { phase: PHASES[0], after: '' };
  if (fromStart) return start;
  const [row] = await graph.read((tx) => tx.run(readRebuild, {}));
  const [phase, after] = row?.place ? (JSON.parse(row.place) as [string, string]) : [];
  const known = PHASES.find((one) => one === phase);
  return known && after !== undefined ? { phase: known, after } : start;
}

function textOf(place: Place | null): string | null {
  return place && JSON.stringify([place.phase, place.after]);
}

/** Null at the end. */
function nextPlace({ phase }: Place, last: string | null): Place | null {
  if (last !== null) return { phase, after: last };
  const next = PHASES[PHASES.indexOf(phase) + 1];
  return next ? { phase: next, after: '' } : null;
}

/** References are leaves of what is looked at, not followed from: each is looked at for itself. */
function addPaper(done: Set<string>, key: string): void {
  if (!key.startsWith('REFERENCE:')) done.add(key);
}

function isTooLarge(error: unknown): boolean {
  const isTimeout = error instanceof Error && 'code' in error && /TransactionTimedOut/.test(String(error.code));
  return isTimeout || isOutOfMemory(error);
} // prettier-ignore
