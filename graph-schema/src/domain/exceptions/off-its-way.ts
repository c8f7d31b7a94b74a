import { fenceOf, isOutOf } from '../eta/way-fence.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import { placeOf } from '../journey/milestone.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, lastOfAll } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/**
 * A ship or train that is by its positions further from its expected way than the rule's `limit`, with the cargo aboard
 * 偏离预期航路: the narrowest fence that is told and as wide as that counts. It ends when it comes back, or to where the way
 * leads, or the cargo is off. Only ways to where this cargo comes off, or was to: others' cargo goes on with the ship.
 */
export function offItsWay(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const ways = new Map<string, Way>();
  for (const claim of cargo.facts.claims) {
    const { event, inherited } = claim;
    const nm = fenceOf(event);
    const run = inherited && nm !== null ? cargo.runOf(claim) : null;
    const [to, mode] = [event.to, event.transport?.mode];
    if (run === null || nm === null || !to || (mode !== 'VESSEL' && mode !== 'RAIL')) continue;
    const key = `${run}>${placeOf(to)}`;
    const way = ways.get(key) ?? { run, to, of: OF[mode], told: [] };
    ways.set(key, { ...way, told: [...way.told, { claim, nm }] });
  }
  const meant = placesMeant(cargo);
  return [...ways].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, way]) =>
    meant.has(placeOf(way.to)) ? episodesOf(way, cargo, rules) : [],
  );
} // prettier-ignore

const OF = { VESSEL: 'SHIP_OFF_WAY', RAIL: 'TRAIN_OFF_WAY' } as const;

interface Way {
  readonly run: IdentifierKey;
  readonly to: PlaceRef;
  readonly of: (typeof OF)[keyof typeof OF];
  readonly told: readonly { readonly claim: FactClaim; readonly nm: number }[];
}

function episodesOf({ run, to, of, told }: Way, cargo: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'ROUTE_DEVIATION', of);
  const widths = told.map(({ nm }) => nm).filter((nm) => nm >= (rule?.limit ?? 0));
  if (!rule || widths.length === 0) return [];
  const offNm = Math.min(...widths);
  const crossings = told.filter(({ nm }) => nm === offNm).map(({ claim }) => claim).sort(byTime);
  const off = lastOfAll(cargo.boxes.length > 0 ? cargo.boxes : [null], (box) =>
    cargo.movesOf(box).find((m) => m.run === run && m.code === 'DISCHARGED') ?? null,
  );
  const came = cargo.facts.claims.filter((claim) => isArrival(claim, to) && cargo.runOf(claim) === run).sort(byTime)[0];
  return crossings.flatMap((out, index): Episode[] => {
    const before = crossings[index - 1];
    if (!isOutOf(out.event) || (before && isOutOf(before.event))) return [];
    const since = timeOf(out);
    const back = crossings.slice(index + 1).find(({ event }) => !isOutOf(event));
    const ends = [
      ...[back, came].flatMap((claim) => (claim ? [{ at: timeOf(claim), ids: [claim.id] }] : [])),
      ...(off ? [{ at: at(off), ids: idsOf(off) }] : []),
    ].filter((end) => end.at > since).sort((a, b) => a.at - b.at);
    return [
      {
        rule,
        of,
        opensAt: since + rule.hours * HOUR_MS,
        worsensAt: rule.worseHours === null ? null : since + rule.worseHours * HOUR_MS,
        closesAt: ends[0]?.at ?? null,
        subject: { containers: [], place: to, run, document: null },
        evidence: [out.id],
        closing: ends[0]?.ids ?? [],
        figures: { offNm },
      },
    ];
  });
} // prettier-ignore

/** Where this cargo comes off a run by its legs, or by any word of its own. */
function placesMeant({ facts, legs = [] }: Cargo): ReadonlySet<string | null> {
  const own = facts.claims.filter(({ inherited }) => !inherited);
  const named = own.flatMap(({ event }) => [placeOf(event.place), placeOf(event.to)]);
  return new Set([...named, ...legs.map(({ to }) => placeOf(to))].filter((place) => place !== null));
}

function isArrival({ event }: FactClaim, to: PlaceRef): boolean {
  const comes = event.code === 'ARRIVED' || event.code === 'BERTHED';
  return comes && event.classifier === 'ACTUAL' && placeOf(event.place) === placeOf(to);
}

function byTime(a: FactClaim, b: FactClaim): number {
  return timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1);
}

function timeOf({ event }: FactClaim): number {
  return Date.parse(event.time.instant);
}
