import { callSignsOf } from '../../codes/flight.ts';
import type { Journey } from '../journey/derive-journey.ts';
import type { FactClaim, JourneyFacts } from '../journey/facts.ts';
import { startOf, type Leg } from '../journey/legs.ts';
import type { Phase } from '../journey/phase.ts';
import { runsWithin } from '../journey/same-run.ts';
import { openRoadStays, type RoadStay } from './road-stays.ts';
import type { TrackedMeans, Tracker } from './tracker.ts';

/** Its departure is often stamped a little after it began to move. */
const SLACK_MS = 30 * 60_000;
/** The cargo is out of the box, or with its consignee: where the box goes then is nobody's cargo. */
const OUT_OF_THE_BOX: ReadonlySet<Phase> = new Set<Phase>(['DELIVERED', 'COMPLETED']);
const MEANS = { VESSEL: 'VESSEL', BARGE: 'BARGE', RAIL: 'TRAIN', AIR: 'AIRCRAFT', TRUCK: 'TRUCK' } as const;

/** Clocks of senders run ahead by some minutes; what is further in the future has not happened. */
const FUTURE_SLACK_MS = 15 * 60_000;

/**
 * Whose positions are those of the cargo at `now`: the ship, aircraft or train of each leg under way, the wagons that
 * boxes stand on, the trucks that took them and did not hand them over, and the boxes themselves.
 */
export function trackersOf(
  facts: JourneyFacts,
  { legs, containers }: Pick<Journey, 'legs' | 'containers'>,
  now: number,
): Tracker[] {
  const claims = facts.claims.filter(
    (claim) => claim.event.classifier !== 'ACTUAL' || at(claim) <= now + FUTURE_SLACK_MS,
  );
  const runOf = runsWithin(claims);
  const open = containers.filter(({ phase }) => !OUT_OF_THE_BOX.has(phase));
  if (containers.length > 0 && open.length === 0) return [];
  const boxes = open.map(({ reference }) => reference);
  const underway = legs.filter((leg) => leg.state === 'UNDERWAY');
  const onRuns = underway.flatMap((leg) => {
    if (leg.mode === 'TRUCK') return [];
    const aboard = leg.containers.length > 0 ? leg.containers.filter((box) => boxes.includes(box)) : boxes;
    if (aboard.length === 0 && boxes.length > 0) return [];
    const told = claims.filter((claim) => runOf(claim) === leg.id);
    return [...runTrackers(leg, aboard, told), ...wagonTrackers(leg, aboard, told)];
  });
  const byRoad = openRoadStays(claims, boxes).map((stay) => truckTracker(stay, underway));
  const carriers = [...onRuns, ...byRoad];
  return [...carriers, ...open.flatMap((box) => boxTracker(box, carriers))];
}

function runTrackers(leg: Leg, containers: readonly string[], told: readonly FactClaim[]): Tracker[] {
  const { transport } = leg;
  const heard = Math.max(startOf(leg), ...told.map(at));
  const due = leg.arrival.estimated ?? leg.arrival.planned;
  const tracker = (subject: string, name: string | null): Tracker => ({
    subject,
    means: MEANS[leg.mode],
    mode: leg.mode,
    name,
    containers,
    legId: leg.id,
    from: startOf(leg) - SLACK_MS,
    heard,
    due: due && Date.parse(due.instant),
  });
  if (leg.mode === 'RAIL')
    return leg.id.startsWith('TRAIN_RUN:') ? [tracker(leg.id, transport?.train ?? null)] : [];
  if (leg.mode === 'AIR') {
    const flight = transport?.flight ?? null;
    const aircraft = lastRegistration(told);
    return [
      ...(aircraft ? [tracker(`AIRCRAFT:${aircraft}`, flight ?? aircraft)] : []),
      ...(flight ? callSignsOf(flight).map((sign) => tracker(`CALLSIGN:${sign}`, flight)) : []),
    ];
  }
  return transport?.vesselImo ? [tracker(`VESSEL:${transport.vesselImo}`, transport.vesselName)] : [];
}

/** Aircraft are changed until the last hour: what was said last counts. */
function lastRegistration(told: readonly FactClaim[]): string | null {
  const said = (claim: FactClaim) => Math.max(0, ...claim.voices.map((v) => Date.parse(v.receivedAt)));
  const naming = told.filter((claim) => claim.event.transport?.registration);
  naming.sort((a, b) => said(a) - said(b) || (a.id < b.id ? -1 : 1));
  return naming.at(-1)?.event.transport?.registration ?? null;
}

function wagonTrackers(leg: Leg, aboard: readonly string[], told: readonly FactClaim[]): Tracker[] {
  const boxesOn = new Map<string, Set<string>>();
  for (const { event } of told) {
    const { equipment, transport } = event;
    if (!equipment || !transport?.wagon || !aboard.includes(equipment.reference)) continue;
    boxesOn.set(transport.wagon, (boxesOn.get(transport.wagon) ?? new Set()).add(equipment.reference));
  }
  return [...boxesOn].map(([wagon, boxes]) => ({
    subject: `WAGON:${wagon}`,
    means: 'WAGON',
    mode: leg.mode,
    name: wagon,
    containers: [...boxes].sort(),
    legId: leg.id,
    from: startOf(leg) - SLACK_MS,
    heard: Math.max(startOf(leg), ...told.map(at)),
    due: null,
  }));
}

function truckTracker({ plate, container, from, heard }: RoadStay, underway: readonly Leg[]): Tracker {
  const leg = underway.find(
    ({ mode, containers }) => mode === 'TRUCK' && (container === null || containers.includes(container)),
  );
  return {
    subject: `TRUCK:${plate}`,
    means: 'TRUCK',
    mode: 'TRUCK',
    name: plate,
    containers: container === null ? [] : [container],
    legId: leg?.id ?? null,
    from,
    heard,
    due: null,
  };
}

/** A box on this trip of it: before the trip, and after, it is another's. */
function boxTracker({ reference, steps }: Journey['containers'][number], carriers: readonly Tracker[]): Tracker[] {
  const happened = steps.filter((step) => step.classifier === 'ACTUAL');
  const [first, last] = [happened[0], happened.at(-1)];
  if (!first || !last) return [];
  const carrier = carriers.findLast(({ containers }) => containers.includes(reference));
  const means: TrackedMeans = 'CONTAINER';
  return [
    {
      subject: `CONTAINER:${reference}`,
      means,
      mode: carrier?.mode ?? null,
      name: reference,
      containers: [reference],
      legId: carrier?.legId ?? null,
      from: Date.parse(first.time.instant),
      heard: Date.parse(last.time.instant),
      due: null,
    },
  ];
} // prettier-ignore

function at(claim: FactClaim): number {
  return Date.parse(claim.event.time.instant);
}
