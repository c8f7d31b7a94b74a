import { bestEta } from '../eta/best-eta.ts';
import { LAST_TOLD } from '../eta/policy.ts';
import { etaSeries } from '../eta/series.ts';
import { ARRIVAL_CODES, tellingsOf } from '../eta/telling.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { PlaceRef, TransportMode } from '../tracking-event.ts';
import { boxesConcerned, type Cargo } from './cargo.ts';
import { isSamePlace } from './moves.ts';
import { toldOverTime, type Word } from './told-over-time.ts';

/** What brings the cargo to a place, by the word that is relied on. */
export interface Inbound {
  readonly at: number;
  readonly heardFrom: number;
  readonly claimId: string;
  readonly source: string;
}

/** A run that takes part in a connection; `name` as people call it (`KAPOK 114S`), null where nobody does. */
export interface Carriage {
  readonly run: IdentifierKey;
  readonly mode: TransportMode;
  readonly name: string | null;
}

/** A change from one carriage to the next at one place, as it is planned. */
export interface Connection {
  readonly box: string | null;
  readonly place: PlaceRef;
  readonly inbound: Carriage;
  readonly onward: Carriage;
  /** The arrival that was relied on, in order of receipt. */
  readonly arrivals: readonly Inbound[];
  readonly departures: readonly Word[];
  /** That the onward carriage left, whatever it had aboard; null: nobody tells. */
  readonly left: FactClaim | null;
  /** When another run was planned instead, from there or elsewhere, and by which claim; null: it stands. */
  readonly replacedBy: { readonly at: number; readonly claimId: string } | null;
}

const LEAVES: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED']);
const COMES: ReadonlySet<string> = new Set(ARRIVAL_CODES);

/** What one run is told to do at one place. */
interface Call {
  readonly run: IdentifierKey;
  readonly place: PlaceRef;
  readonly mode: TransportMode;
  readonly claims: FactClaim[];
}

/** Every connection that was planned for a cargo; what is planned for all its boxes alike is one. */
export function connectionsOf(cargo: Cargo): Connection[] {
  const { claims } = cargo.facts;
  const own = claims.filter(({ inherited }) => !inherited);
  const planned = own.filter(({ event }) => event.classifier === 'PLANNED' || event.classifier === 'ESTIMATED'); // prettier-ignore
  const onward = callsOf(planned, LEAVES, cargo);
  if (onward.length === 0) return [];
  const inbound = callsOf(own, COMES, cargo);
  // Boxes that come and go together have the same words, which are looked up once.
  const words = new Map<Call, readonly Inbound[]>();
  const arrivalsAt = (call: Call) => {
    const known = words.get(call) ?? arrivalsOf(cargo, call);
    words.set(call, known);
    return known;
  };
  const named = (call: Call) => [
    ...new Set(call.claims.map(({ event }) => event.equipment?.reference ?? null)),
  ];
  return onward.flatMap((leaves) => {
    const names = named(leaves);
    const boxes = names.includes(null) ? [null] : names;
    const departures = wordsOf(cargo, leaves);
    const replacedBy = replacementOf(leaves, onward) ?? replacementElsewhere(cargo, leaves);
    const left = leftAs(cargo, leaves);
    return boxes.flatMap((box): Connection[] => {
      const comes = inbound
        .filter((call) => isSamePlace(call.place, leaves.place) && call.run !== leaves.run && concerns(call, box))
        .sort((a, b) => lastHeard(b) - lastHeard(a) || (a.run < b.run ? -1 : 1))[0];
      if (!comes) return [];
      const arrivals = arrivalsAt(comes);
      const lastDeparture = Math.max(...departures.map((word) => word.at));
      // Planned to come after the other has gone: no connection was ever meant.
      if (departures.length === 0 || !arrivals.some((word) => word.at <= lastDeparture)) return [];
      return [
        {
          box,
          place: leaves.place,
          inbound: carriageOf(comes),
          onward: carriageOf(leaves),
          arrivals,
          departures,
          replacedBy,
          left,
        },
      ];
    });
  }); // prettier-ignore
}

function callsOf(claims: readonly FactClaim[], codes: ReadonlySet<string>, { runOf }: Cargo): Call[] {
  const calls = new Map<string, Call>();
  for (const claim of claims) {
    const { code, place, transport } = claim.event;
    const run = codes.has(code) && place && transport && transport.mode !== 'TRUCK' ? runOf(claim) : null;
    if (!run || !place || !transport) continue;
    const key = `${run}|${place.unLocode ?? place.railStation ?? place.raw}`;
    const call = calls.get(key) ?? { run, place, mode: transport.mode, claims: [] };
    call.claims.push(claim);
    calls.set(key, call);
  }
  return [...calls].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, call]) => call);
}

function carriageOf({ run, mode, claims }: Call): Carriage {
  const names = claims.flatMap(({ event }) => {
    const { vesselName, voyage, train, flight } = event.transport ?? {};
    return vesselName ? [[vesselName, voyage].filter(Boolean).join(' ')] : (train ?? flight ?? []);
  });
  return { run, mode, name: names.sort()[0] ?? null };
}

function concerns({ claims }: Call, box: string | null): boolean {
  return box === null || claims.some(({ event }) => (event.equipment?.reference ?? box) === box);
}

/** All that is told of the departure, also of the ship itself; the departure before the loading. */
function wordsOf({ facts, runOf }: Cargo, { run, place }: Call): Word[] {
  const told = facts.claims.filter(
    (claim) => LEAVES.has(claim.event.code) && runOf(claim) === run && isSamePlace(claim.event.place, place),
  );
  const departs = toldOverTime(told.filter(({ event }) => event.code === 'DEPARTED'));
  return departs.length > 0 ? departs : toldOverTime(told);
}

function leftAs({ facts, runOf }: Cargo, { run, place }: Call): FactClaim | null {
  const left = facts.claims.filter(
    (claim) =>
      claim.event.code === 'DEPARTED' &&
      claim.event.classifier === 'ACTUAL' &&
      isSamePlace(claim.event.place, place) &&
      runOf(claim) === run,
  );
  return left.sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

function timeOf({ event }: FactClaim): number {
  return Date.parse(event.time.instant);
}

/** The ETA that is relied on, as it changed; by the same policy as everywhere else. */
function arrivalsOf({ facts, runOf, etaPolicy }: Cargo, { run, place }: Call): Inbound[] {
  const series = etaSeries(tellingsOf(facts.claims, { run, place }, runOf), null);
  const heard = series.flatMap(({ tellings }) => tellings.map(({ receivedAt }) => receivedAt));
  if (heard.length === 0) return [];
  const { history } = bestEta(series, null, etaPolicy ?? LAST_TOLD, Math.max(...heard));
  return history.map(({ at, to, telling }) => ({
    at: Date.parse(to.instant),
    heardFrom: at,
    claimId: telling.claimId,
    source: telling.voice.source.id,
  }));
}

/** Another run from there that was told of later, unless this one was named again since. */
function replacementOf(call: Call, onward: readonly Call[]): Connection['replacedBy'] {
  const others = onward.filter((other) => other.run !== call.run && isSamePlace(other.place, call.place));
  const later = others
    .filter((other) => firstHeard(other) > firstHeard(call) && lastHeard(other) >= lastHeard(call))
    .sort((a, b) => firstHeard(a) - firstHeard(b) || (a.run < b.run ? -1 : 1))[0];
  if (!later) return null;
  const at = firstHeard(later);
  const [claim] = later.claims.filter((one) => receipts(one).includes(at)).map(({ id }) => id).sort(); // prettier-ignore
  return { at, claimId: claim ?? '' };
}

/** The run that the cargo takes from elsewhere instead, since it was first told of. */
function replacementElsewhere({ overtaken, facts, runOf }: Cargo, { run }: Call): Connection['replacedBy'] {
  const by = overtaken?.find((plan) => plan.run === run)?.by;
  if (!by || by === run) return null;
  const [first] = facts.claims
    .filter((claim) => !claim.inherited && runOf(claim) === by)
    .map((claim) => ({ at: Math.min(...receipts(claim)), claimId: claim.id }))
    .sort((a, b) => a.at - b.at || (a.claimId < b.claimId ? -1 : 1));
  return first ?? null;
}

function receipts({ voices }: FactClaim): number[] {
  return voices.map(({ receivedAt }) => Date.parse(receivedAt));
}

function firstHeard({ claims }: Call): number {
  return Math.min(...claims.flatMap(receipts));
}

function lastHeard({ claims }: Call): number {
  return Math.max(...claims.flatMap(receipts));
}

/** The boxes that a connection is for. */
export function boxesOf(cargo: Cargo, { box }: Connection): readonly (string | null)[] {
  return boxesConcerned(cargo, box);
}
