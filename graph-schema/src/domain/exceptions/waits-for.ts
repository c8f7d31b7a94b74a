import type { FactClaim, Voice } from '../journey/facts.ts';
import { COMES } from '../journey/legs.ts';
import { inTime, type Milestone } from '../journey/milestone.ts';
import type { Phase } from '../journey/phase.ts';
import type { Cargo } from './cargo.ts';
import { at, idsOf, isSamePlace } from './moves.ts';

/** A time in which a cargo depends on what a source tells. */
export interface Wait {
  /** Epoch milliseconds; infinite where it has no bound. */
  readonly from: number;
  readonly until: number;
  /** Ids of the claims by which it ended. */
  readonly closing: readonly string[];
}

/** Nobody waits for news of such a cargo any more. */
const OVER: ReadonlySet<Phase> = new Set<Phase>(['DELIVERED', 'COMPLETED', 'CANCELLED']);
/** With these a cargo is no longer where they happened. */
const GOES: ReadonlySet<string> = new Set(['DEPARTED', 'GATED_OUT', 'PICKED_UP', 'OUT_FOR_DELIVERY']);

/**
 * When a cargo depended on a source that told `claims` of it: until it was delivered; on its railway or airline no more once that
 * carriage had come; on a terminal only while a box was there.
 */
export function waitsFor(cargo: Cargo, { kind }: Voice['source'], claims: readonly FactClaim[]): Wait[] {
  const over = endOfAll(cargo);
  const waits =
    kind === 'TERMINAL'
      ? staysAt(cargo, claims)
      : kind === 'RAIL' || kind === 'AIRLINE'
        ? carriages(cargo, claims)
        : [{ from: -Infinity, until: Infinity, closing: [] }];
  return waits.map((wait) => (wait.until > over.until ? { ...wait, ...over } : wait)).filter(({ from, until }) => from < until); // prettier-ignore
}

function endOfAll({ phase = 'UNKNOWN', logistics, documents }: Cargo): Pick<Wait, 'until' | 'closing'> {
  if (!OVER.has(phase)) return { until: Infinity, closing: [] };
  const ends = [...logistics, ...(phase === 'CANCELLED' ? documents : [])];
  const last = ends.filter(({ classifier }) => classifier === 'ACTUAL').sort(inTime).at(-1); // prettier-ignore
  return last ? { until: at(last), closing: idsOf(last) } : { until: -Infinity, closing: [] };
}

function staysAt({ boxes, movesOf }: Cargo, claims: readonly FactClaim[]): Wait[] {
  const isThere = ({ place }: Milestone) => claims.some(({ event }) => isSamePlace(place, event.place));
  const stays = (boxes.length > 0 ? boxes : [null]).flatMap((box) => {
    const moves = movesOf(box);
    return moves.flatMap((move, index): Wait[] => {
      if (!isThere(move) || GOES.has(move.code)) return [];
      const gone = moves.slice(index + 1).find((next) => GOES.has(next.code) || !isThere(next));
      return [{ from: at(move), until: gone ? at(gone) : Infinity, closing: idsOf(gone ?? null) }];
    });
  });
  return joined(stays);
}

/** By the runs that it told of: while one is to come, it is waited for. */
function carriages({ legs = [], logistics, runOf }: Cargo, claims: readonly FactClaim[]): Wait[] {
  const runs = new Set<string | null>(claims.map(runOf));
  const waits = legs.filter(({ id }) => runs.has(id)).map(({ id, state }): Wait => {
    const came = state === 'DONE' ? logistics.filter((m) => m.run === id && m.classifier === 'ACTUAL' && COMES.has(m.code)).at(-1) : undefined;
    const until = state === 'DONE' ? (came ? at(came) : -Infinity) : Infinity;
    return { from: -Infinity, until, closing: idsOf(came ?? null) };
  });
  return joined(waits);
} // prettier-ignore

/** Those that overlap are one, which ends with the last of them. */
function joined(waits: readonly Wait[]): Wait[] {
  const all: Wait[] = [];
  for (const wait of [...waits].sort((a, b) => a.from - b.from || a.until - b.until)) {
    const last = all.at(-1);
    if (last && wait.from <= last.until)
      all[all.length - 1] = wait.until > last.until ? { ...wait, from: last.from } : last; // prettier-ignore
    else all.push(wait);
  }
  return all;
}
