import { compactBounded } from 'graph-schema/codes/outcome';
import { placeRef, transport } from 'graph-schema/domain/claim';
import { positionReport, type PositionReport } from 'graph-schema/domain/position';
import { resolveLocode, resolveStation, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../claim-context.ts';
import { remember } from './remember.ts';

/** One dated run of a train, as public train data names it. */
export function trainRun(number: string, departureDate: string): TransportRef {
  return transport({ mode: 'RAIL', train: compactBounded(number).slice(0, 64), departureDate });
}

export type ReadStop = (codes: readonly string[], where: Where) => ResolvedPlace | null;

/**
 * Stations of one message by any of their codes, the sender's own first: what its profile maps to a UN/LOCODE, then what
 * the tables know. An unknown one keeps its first code.
 */
export function stopReader({ source, places, findings }: ClaimContext): ReadStop {
  const known = new Map<string, ResolvedPlace>();
  return (codes, where) => {
    const [own] = codes;
    if (own === undefined) return null;
    return remember(known, codes.join('\n'), () => {
      const facility = { scheme: 'RAIL_STATION' as const, code: own };
      for (const code of codes) {
        const alias = source.placeAliases[code];
        if (alias !== undefined) {
          const resolved = resolveLocode(alias, facility, places, source.placeAliases);
          if (!resolved.place) findings.addOnce('UNKNOWN_PLACE', 'WARNING', where.at, alias, where.span);
          return resolved;
        }
        const station = resolveStation(code, places);
        if (station.place) return { ...station, ref: { ...station.ref, facility } };
      }
      findings.addOnce('UNKNOWN_PLACE', 'WARNING', where.at, own, where.span);
      return { ref: placeRef({ facility, raw: own }), place: null };
    });
  };
}

/** Where the train was; null without coordinates on this earth. */
export function trainPosition(
  run: TransportRef,
  at: string,
  latitude: number | null,
  longitude: number | null,
  motion: { readonly speedKnots: number | null; readonly courseDegrees: number | null },
): PositionReport | null {
  if (latitude === null || longitude === null) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return positionReport({
    subject: `TRAIN_RUN:${run.train}@${run.departureDate}`,
    at,
    latitude,
    longitude,
    ...motion,
  });
}
