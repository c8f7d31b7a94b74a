import { MINUTE } from '../moment.ts';
import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { oceanCarrier } from '../voices/ocean-carrier.ts';
import { depot, desks, terminal, truck } from '../voices/terminals.ts';
import { containerNumber } from '../world/numbers.ts';
import { hangzhou, ningbo, ningboDepot, rotterdam } from '../world/places.ts';
import { hangzhouToNingbo, ningboToRotterdam, type Waypoint } from '../world/sea-lanes.ts';
import type { Sailing } from '../world/sailings.ts';
import { kapok } from '../world/vessels.ts';
import { leavesFence, truckGps } from '../writers/positions.ts';
import type { Box } from '../writers/reports.ts';
import type { Journey } from './journey.ts';

const booking = '8211240963';
const bill = 'COSU6419318827';
const plate = '浙A7L602';
const box = { number: containerNumber('CBHU427713'), sizeType: '45G1', seal: 'HZ2211340', grossKg: 14_260 };
const boxes = [box];
const laden: Box = { ...box, full: true, bill };

/** 集港: tools stuffed at Hangzhou, on a truck with a GPS terminal to Ningbo at the anchor; the ship leaves days later. */
export function hangzhouToNingboByTruck({ on, fromAnchor }: Calendar): Journey {
  const voyage: Sailing = {
    vessel: kapok,
    voyage: '121W',
    from: ningbo,
    to: rotterdam,
    lane: ningboToRotterdam,
    departs: fromAnchor(3 * 24),
    arrives: fromAnchor(33 * 24),
  };
  const carrier = oceanCarrier(booking, bill);
  const quay = terminal(desks.ningbo, 'EXPORT', voyage);
  const leaves = fromAnchor(-1.6);
  const comes = fromAnchor(1.1);
  const site = hangzhouToNingbo[0] as Waypoint;

  // prettier-ignore
  const steps = [
    tell('sample-ocean-carrier', on(-6, '10:20', ningbo), 'booking confirmed 订舱确认', carrier.bookingConfirmed()),
    tell('sample-ocean-carrier', on(-6, '10:21', ningbo), 'schedule', carrier.plan([voyage])),
    tell('container-depots', fromAnchor(-20), 'empty out of the depot 提空箱', depot(ningboDepot).emptiesOut(boxes, booking, plate)),
    tell('sample-ocean-carrier', fromAnchor(-3), 'stuffed at the works 装箱', carrier.stuffed(boxes, hangzhou, 'CLOC')),
    tell('sample-ocean-carrier', fromAnchor(-2), 'bill drafted 提单样稿', carrier.billDrafted()),
    tell('truck-platform', leaves, 'truck leaves the works 出围栏', leavesFence(plate, { booking, box: box.number }, 'HZ-XS-07', '萧山装箱点', site)),
    tell('ningbo-terminal', comes, 'into the terminal 进港', quay.gatedIn([laden], truck(plate))),
    tell('ningbo-terminal', fromAnchor(60), 'loaded 装船', quay.loaded([{ ...laden, slot: '0340182' }])),
    tell('sample-ocean-carrier', voyage.departs, 'leaves Ningbo', carrier.departed(voyage)),
  ];

  const movers: Journey['movers'] = [
    {
      source: 'truck-platform',
      what: `Truck ${plate}`,
      lane: hangzhouToNingbo,
      departs: leaves,
      arrives: comes,
      every: 5 * MINUTE,
      report: truckGps(plate),
    },
  ];
  // prettier-ignore
  const numbers: Journey['numbers'] = [
    { kind: 'BOOKING', number: booking, noteEn: 'From Hangzhou to the port of Ningbo: on the truck', noteZh: '杭州至宁波港：在集卡上' },
    { kind: 'CONTAINER', number: box.number, noteEn: 'Its box, on a truck with a GPS terminal', noteZh: '该票的箱，车载 GPS 在途' },
  ];
  return { letter: 'H', title: 'Hangzhou–Ningbo', steps, sailings: [], movers, numbers };
}
