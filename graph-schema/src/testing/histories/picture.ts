import { concludeAll } from '../../domain/known/conclude-all.ts';
import { claimKeys } from '../../domain/claim-keys.ts';
import type { FactClaim } from '../../domain/journey/facts.ts';
import { townPointsOf } from '../../domain/town-points.ts';
import { sampleGazetteer } from '../sample-gazetteer.ts';

/**
 * What holds of some boxes and papers, a line each thing, sorted: two pictures are equal exactly when the same is
 * concluded, and what they differ in can be read. Without what promise P2 leaves out: feed, receive times, public ids.
 */
export type Picture = readonly string[];

export interface PicturedClaim {
  readonly id: string;
  readonly code: string;
  readonly parked: string | null;
  readonly against: readonly string[];
}

export interface PicturedUse {
  readonly container: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly documents: readonly string[];
  /** `A|B`: papers named in one claim. */
  readonly sets: readonly string[];
  readonly aboard: string;
  readonly holds: readonly string[];
}

export interface PicturedShipment {
  readonly anchor: string;
  readonly master: string | null;
  readonly documents: readonly string[];
  /** `<box>@<from>` of each use that carries it. */
  readonly carries: readonly string[];
  readonly shows: readonly string[];
}

export function pictureOf(
  claims: readonly PicturedClaim[],
  uses: readonly PicturedUse[],
  shipments: readonly PicturedShipment[],
): Picture {
  return [
    ...claims.map(({ id, code, parked, against }) => `CLAIM ${id} ${code} ${parked ?? ''} ${against.join(' ')}`.trimEnd()),
    ...uses.map(
      ({ container, from, to, documents, sets, aboard, holds }) =>
        `USE ${container} ${from ?? '-'}..${to ?? '-'} [${documents.join(' ')}] (${sorted(sets)}) ${aboard} holds ${sorted(holds)}`,
    ),
    ...shipments.map(
      ({ anchor, master, documents, carries, shows }) =>
        `SHIPMENT ${anchor} of ${master ?? '-'} [${documents.join(' ')}] carries ${sorted(carries)} shows ${sorted(shows)}`,
    ),
  ].sort();
} // prettier-ignore

function sorted(items: readonly string[]): string {
  return [...items].sort().join(' ');
}

/** The picture that follows from a set of claims. */
export function pictureOfClaims(claims: readonly FactClaim[]): Picture {
  const { cycles, parked, against, shipments } = concludeAll(claims, townPointsOf(sampleGazetteer));
  const useOf = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  return pictureOf(
    claims
      .filter(({ event }) => claimKeys(event).subject !== null)
      .map(({ id, event }) => ({
        id,
        code: event.code,
        parked: parked.get(id) ?? null,
        against: against.get(id) ?? [],
      })),
    cycles.map((cycle) => ({
      ...cycle,
      sets: cycle.sets.map((set) => set.join('|')),
      aboard: JSON.stringify(cycle.aboard),
    })),
    shipments.map(({ anchor, master, documents, cycles: carried, claims: shown }) => ({
      anchor,
      master,
      documents,
      carries: carried.map(({ id }) => `${useOf.get(id)?.container}@${useOf.get(id)?.from ?? '-'}`),
      shows: shown.filter(({ cycleId, inherited }) => cycleId === null && !inherited).map(({ id }) => id),
    })),
  );
}
