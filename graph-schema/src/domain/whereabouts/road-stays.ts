import { parseTruckPlate } from '../../codes/truck-plate.ts';
import { dimensionOf, type EventCode } from '../event-code.ts';
import type { FactClaim } from '../journey/facts.ts';

/** A truck that took a box (or a cargo without boxes) and has not handed it over, as far as anyone says. */
export interface RoadStay {
  /** As `parseTruckPlate` writes it. */
  readonly plate: string;
  readonly container: string | null;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly heard: number;
}

/**
 * After these the truck and the box go apart, whoever is named. A truck may leave a box to be stuffed or stripped; where
 * it waits for it, the next that is told of both shows it.
 */
const HANDS_OVER: ReadonlySet<EventCode> = new Set<EventCode>([
  'GATED_IN', 'RECEIVED', 'DROPPED_OFF', 'DELIVERED', 'STUFFED', 'STRIPPED', 'CHECKED_IN', 'TRANSFERRED',
]); // prettier-ignore
/** Told with the truck, these show it come, not gone. */
const CARRIED_ON: ReadonlySet<EventCode> = new Set<EventCode>([
  'LOADED',
  'DEPARTED',
  'DISCHARGED',
  'ARRIVED',
]);

/** The trucks that have the cargo by the newest claims: the last that took each box, unless somebody took it over. */
export function openRoadStays(claims: readonly FactClaim[], boxes: readonly string[]): RoadStay[] {
  const units = new Map<string | null, FactClaim[]>();
  for (const claim of claims) {
    const { equipment, classifier, code } = claim.event;
    if (claim.inherited || classifier !== 'ACTUAL' || dimensionOf(code) === 'DOCUMENT') continue;
    if (equipment && (equipment.kind !== 'CONTAINER' || !boxes.includes(equipment.reference))) continue;
    const unit = equipment?.reference ?? null;
    // What is told of the papers of a cargo in boxes does not say which box.
    if (unit === null && boxes.length > 0) continue;
    const list = units.get(unit);
    if (list) list.push(claim);
    else units.set(unit, [claim]);
  }
  return [...units].flatMap(([container, list]) => {
    const stay = lastStay(list.sort(inOrder));
    return stay ? [{ ...stay, container }] : [];
  });
}

type Stay = Omit<RoadStay, 'container'>;

function lastStay(claims: readonly FactClaim[]): Stay | null {
  return claims.reduce<Stay | null>((stay, { event: { code, transport, time } }) => {
    const byOther = transport !== null && transport.mode !== 'TRUCK' && CARRIED_ON.has(code);
    if (HANDS_OVER.has(code) || byOther) return null;
    if (transport?.mode !== 'TRUCK' || transport.plate === null) return stay;
    const plate = parseTruckPlate(transport.plate).value;
    const heard = Date.parse(time.instant);
    return stay?.plate === plate ? { ...stay, heard } : { plate, from: heard, heard };
  }, null);
}

/** Of one minute, a hand-over comes first: a truck that brings a box and another that takes it are two visits. */
function inOrder(a: FactClaim, b: FactClaim): number {
  const byInstant = Date.parse(a.event.time.instant) - Date.parse(b.event.time.instant);
  const ends = (claim: FactClaim) => Number(!HANDS_OVER.has(claim.event.code));
  return byInstant || ends(a) - ends(b) || (a.id < b.id ? -1 : 1);
}
