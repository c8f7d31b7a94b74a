import type { FactClaim } from '../../domain/journey/facts.ts';
import { claimKeys } from '../../domain/claim-keys.ts';
import { isPaper } from '../../domain/known/cut-boxes.ts';
import { concludeAll, type Concluded } from '../../domain/known/conclude-all.ts';
import type { History } from './history.ts';
import { pictureOfClaims } from './picture.ts';
import { townPointsOf } from '../../domain/town-points.ts';
import { sampleGazetteer } from '../sample-gazetteer.ts';
import { randomOf } from './random.ts';
import { standingOf } from './standing-of.ts';

const points = townPointsOf(sampleGazetteer);

/** What is not so of a history although it was promised; nothing: all promises hold. Needs no graph. */
export function brokenLaws(history: History): string[] {
  const { told, never, seed } = history;
  const stands = standingOf(told);
  const known = concludeAll(stands, points);
  return [
    ...neverSent(stands, standingOf(never)),
    ...anyOrder(stands, seed),
    ...nothingLost(stands, known),
    ...oneCargoAUse(history, stands, known),
    ...ownMeansOnly(history, stands, known),
  ];
}

/** P4: what was taken back or replaced leaves what never sending it would have left. */
function neverSent(stands: readonly FactClaim[], never: readonly FactClaim[]): string[] {
  const [now, then] = [stands, never].map((claims) => claims.map(({ id }) => id).sort().join(' '));
  return now === then ? [] : [`P4: what stands is not what would stand had it never been sent`];
} // prettier-ignore

/** P2: what follows does not depend on the order of claims, nor on repetition. */
function anyOrder(stands: readonly FactClaim[], seed: number): string[] {
  const random = randomOf(seed + 1);
  const again = random.shuffled([...stands, ...stands.slice(0, 3)]);
  const [first, second] = [pictureOfClaims(stands), pictureOfClaims([...new Map(again.map((one) => [one.id, one])).values()])];
  return JSON.stringify(first) === JSON.stringify(second) ? [] : ['P2: another order of the claims gives another picture'];
} // prettier-ignore

/** Each claim shows on what it is about, or is parked with a reason; none shows twice. */
function nothingLost(stands: readonly FactClaim[], { cycles, parked, shipments }: Concluded): string[] {
  const held = new Map<string, number>();
  for (const { holds } of cycles) for (const id of holds) held.set(id, (held.get(id) ?? 0) + 1);
  const shown = new Set(shipments.flatMap(({ claims }) => claims.map(({ id }) => id)));
  return stands.flatMap(({ id, event }) => {
    const keys = claimKeys(event);
    const times = (held.get(id) ?? 0) + Number(parked.has(id));
    if (keys.container !== null) return times === 1 ? [] : [`P3: ${event.code} ${id} of a box shows or is parked ${times} times`];
    const isWeak = keys.documents.every((key) => key.startsWith('REFERENCE:'));
    return !isPaper(keys.subject) || isWeak || shown.has(id) ? [] : [`P3: ${event.code} ${id} of a paper shows nowhere`];
  });
} // prettier-ignore

/** P3: what is told of one use of a box shows on no other. */
function oneCargoAUse(history: History, stands: readonly FactClaim[], known: Concluded): string[] {
  return mixedUses(history, stands, known).flatMap(({ id, uses, isBridged }) =>
    isBridged ? [] : [`P3: ${id} holds claims of ${uses} uses of the box`],
  );
}

/** How many uses of boxes two cargoes share because something wrong that stands names the papers of both: rare, see the test. */
export function bridgedUses(history: History): number {
  const stands = standingOf(history.told);
  return mixedUses(history, stands, concludeAll(stands, points)).filter(({ isBridged }) => isBridged).length;
}

/**
 * Uses that hold claims of several. In a doubtful history a move that names no paper may be misplaced; one that names its
 * papers is only where something wrong that names papers, too, is held with it.
 */
function mixedUses({ truth, isDoubtful }: History, stands: readonly FactClaim[], { cycles }: Concluded) {
  const named = new Set(stands.flatMap(({ id, event }) => (event.documents.length > 0 ? [id] : [])));
  return cycles.flatMap(({ id, holds }) => {
    const uses = new Set<number>();
    for (const claim of holds) {
      const one = truth.get(claim);
      if (!one || one.use === null || (isDoubtful && !named.has(claim))) continue;
      uses.add(one.use);
    }
    const isBridged = isDoubtful && holds.some((claim) => named.has(claim) && !truth.has(claim));
    return uses.size > 1 ? [{ id, uses: uses.size, isBridged }] : [];
  });
}

/**
 * P3: what is told of a ship without its voyage, as its positions show it, is inherited by the cargo that it carried then,
 * and its departure by some cargo of each round that it sailed with; what is told of a wagon by the cargo that stood on it, and
 * of a flight by the cargo of that day.
 */
function ownMeansOnly({ truth, isDoubtful }: History, stands: readonly FactClaim[], { shipments }: Concluded): string[] {
  if (isDoubtful) return [];
  const calls = stands.filter(({ id, event }) => truth.has(id) && /^(?:VESSEL|WAGON|FLIGHT):/.test(claimKeys(event).subject ?? ''));
  const callIds = new Set(calls.map(({ id }) => id));
  const roundOf = (id: string) => truth.get(id)?.round;
  const inherited = new Set<string>();
  const strange = shipments.flatMap(({ anchor, claims }) => {
    const rounds = new Set(claims.flatMap((one) => (one.inherited ? [] : (roundOf(one.id) ?? []))));
    return claims.filter(({ id }) => callIds.has(id)).flatMap(({ id, event }) => {
      inherited.add(id);
      const round = roundOf(id);
      return rounds.has(round ?? -1) ? [] : [`P3: ${anchor} inherits ${event.code} ${id} of what it was not aboard then`];
    });
  });
  const leaves = (kind: string, unLocode: string) =>
    calls.filter(({ event }) => event.code === 'DEPARTED' && event.place?.unLocode === unLocode && claimKeys(event).subject?.startsWith(kind));
  const lands = calls.filter(({ id, event }) => event.code === 'ARRIVED' && event.transport?.flight != null && (roundOf(id) ?? 0) > 0);
  const unseen = [...leaves('VESSEL:', 'CNNBO'), ...leaves('WAGON:', 'SGSIN'), ...lands].filter(({ id }) => !inherited.has(id));
  const emptied = leaves('WAGON:', 'NLRTM').filter(({ id }) => inherited.has(id));
  return [
    ...strange,
    ...unseen.map(({ id }) => `P3: no cargo inherits ${id}, the departure of its ship or wagon, or the landing of its flight`),
    ...emptied.map(({ id }) => `P3: a cargo inherits ${id}, what its wagon did without it`),
  ];
} // prettier-ignore
