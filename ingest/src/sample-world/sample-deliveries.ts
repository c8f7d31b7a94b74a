import type { Delivery } from './delivery.ts';
import { chongqingToDuisburg } from './journeys/chongqing-duisburg.ts';
import type { Journey, SampleNumber } from './journeys/journey.ts';
import { hangzhouToNingboByTruck } from './journeys/hangzhou-ningbo.ts';
import { ningboToRotterdamCompleted } from './journeys/ningbo-rotterdam.ts';
import { rotterdamToShanghaiUnderWay } from './journeys/rotterdam-shanghai.ts';
import { santosToNingboInspected } from './journeys/santos-ningbo.ts';
import { strayMessages } from './journeys/stray-messages.ts';
import { xianToDuisburg } from './journeys/xian-duisburg.ts';
import { yokohamaToChengduTransit } from './journeys/yokohama-chengdu.ts';
import { zhengzhouToLuxembourg } from './journeys/zhengzhou-luxembourg.ts';
import { HOUR, utcIso, type Moment } from './moment.ts';
import { calendarAt, deliveriesOf, inDeliveryOrder } from './story.ts';
import { portTraffic } from './world/port-traffic.ts';
import { reportsOf } from './world/movers.ts';
import { findVesselState, type Sailing, type VesselState } from './world/sailings.ts';
import { aisBatch } from './writers/ais-nmea.ts';

/** Name of the receiving station in the tag blocks. */
export const AIS_STATION = 'tlsample1';

const scripts = [
  chongqingToDuisburg,
  santosToNingboInspected,
  xianToDuisburg,
  zhengzhouToLuxembourg,
  yokohamaToChengduTransit,
  ningboToRotterdamCompleted,
  rotterdamToShanghaiUnderWay,
  hangzhouToNingboByTruck,
  strayMessages,
] as const;

/** All journeys, placed in time so that at the anchor some are complete and the others under way. */
export function sampleJourneys(anchor: Moment): Journey[] {
  return scripts.map((script) => script(calendarAt(anchor)));
}

export function sampleNumbers(anchor: Moment): SampleNumber[] {
  return sampleJourneys(anchor).flatMap((journey) => journey.numbers);
}

function statesOf(sailings: readonly Sailing[], at: Moment): VesselState[] {
  return sailings.flatMap((sailing) => findVesselState(sailing, at) ?? []);
}

/** What the coast stations hear at one instant: the ships of the journeys and the traffic of the ports. */
export function vesselStates(journeys: readonly Journey[], at: Moment): VesselState[] {
  return [
    ...statesOf(
      journeys.flatMap(({ sailings }) => sailings),
      at,
    ),
    ...portTraffic(at),
  ];
}

/** Time between two batches of positions while the past is played. */
const PAST_BATCH = 6 * HOUR;

/** Positions of the ships of the journeys up to the anchor; later ones are sent live. */
function pastPositions(journeys: readonly Journey[], anchor: Moment): Delivery[] {
  const sailings = journeys.flatMap((journey) => journey.sailings);
  const first = Math.min(...sailings.map(({ departs }) => departs));
  const deliveries: Delivery[] = [];
  for (let at = first - PAST_BATCH; at <= anchor; at += PAST_BATCH) {
    const states = statesOf(sailings, at);
    if (states.length === 0) continue;
    const { contentType, bytes } = aisBatch(states, AIS_STATION);
    const what = `AIS: ${states.map(({ vessel }) => vessel.name).join(', ')}`;
    deliveries.push({ sourceId: 'ais-station', deliverAt: utcIso(at + 1000), contentType, bytes, what });
  }
  return deliveries;
}

/** What aircraft, trucks and devices of the journeys report after one instant and up to another. */
export function moverReports(journeys: readonly Journey[], from: Moment, until: Moment): Delivery[] {
  return inDeliveryOrder(
    journeys.flatMap(({ movers = [] }) => movers.flatMap((mover) => reportsOf(mover, from, until))),
  );
}

/** Everything that is scripted, in the order of delivery. The same anchor gives the same bytes. */
export function sampleDeliveries(anchorIso: string): Delivery[] {
  const anchor = Date.parse(anchorIso);
  const journeys = sampleJourneys(anchor);
  return inDeliveryOrder([
    ...journeys.flatMap(({ letter, title, steps }) => deliveriesOf(letter, title, steps)),
    ...pastPositions(journeys, anchor),
    ...moverReports(journeys, 0, anchor),
  ]);
}
