import { DAY, HOUR } from '../moment.ts';
import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { customs } from '../voices/customs.ts';
import { oceanCarrier } from '../voices/ocean-carrier.ts';
import { depot, desks, terminal, truck } from '../voices/terminals.ts';
import { declarationNumber } from '../world/numbers.ts';
import { deltaChemie, songjiangCoatings } from '../world/parties.ts';
import { rotterdam, rotterdamDepot, shanghai, shanghaiDepot, yangshanTerminal } from '../world/places.ts';
import { rotterdamToShanghai } from '../world/sea-lanes.ts';
import type { Sailing } from '../world/sailings.ts';
import { aurora } from '../world/vessels.ts';
import type { Journey } from './journey.ts';
import { ladenFor, reusedBox, type Trip } from './reused-box.ts';

const trip: Trip = { booking: '8209104412', bill: 'COSU6417116350', seal: 'RTM883120', grossKg: 22_640 };
const laden = ladenFor(trip);

/** The second trip of the same box: coatings of another owner from Rotterdam to Shanghai, at sea at the anchor. */
export function rotterdamToShanghaiUnderWay({ on, fromAnchor, year }: Calendar): Journey {
  const voyage: Sailing = {
    vessel: aurora,
    voyage: '017E',
    from: rotterdam,
    to: shanghai,
    lane: rotterdamToShanghai,
    departs: on(-12, '18:00', rotterdam),
    arrives: fromAnchor(17 * 24),
  };
  const declaration = declarationNumber('2202', year(18), 'IMPORT', 745_110);
  const carrier = oceanCarrier(trip.booking, trip.bill);
  const papers = customs({
    office: '2202',
    bill: trip.bill,
    declaration,
    parties: { consignor: deltaChemie, consignee: songjiangCoatings },
  });
  const sealed = [{ ...reusedBox, seal: trip.seal, grossKg: trip.grossKg }];
  const manifest = { sailing: voyage, port: yangshanTerminal, houses: [{ house: null, boxes: sealed }] };
  const rotterdamQuay = terminal(desks.rotterdam, 'EXPORT', voyage);
  const shanghaiQuay = terminal(desks.shanghai, 'IMPORT', voyage);
  const arrived = voyage.arrives;

  // prettier-ignore
  const steps = [
    tell('sample-ocean-carrier', on(-24, '14:00', rotterdam), 'booking confirmed', carrier.bookingConfirmed()),
    tell('sample-ocean-carrier', on(-24, '14:01', rotterdam), 'schedule', carrier.plan([voyage])),
    tell('container-depots', on(-18, '08:20', rotterdam), 'empty out of the depot', depot(rotterdamDepot).emptiesOut([reusedBox], trip.booking, '82-BKF-3')),
    tell('sample-ocean-carrier', on(-17, '15:10', rotterdam), 'stuffed', carrier.stuffed(sealed, rotterdam, 'CLOC')),
    tell('sample-ocean-carrier', on(-16, '11:00', rotterdam), 'shipping instructions received', carrier.instructionsReceived()),
    tell('sample-ocean-carrier', on(-16, '11:05', rotterdam), 'verified gross mass received', carrier.weightReceived()),
    tell('rotterdam-terminal', on(-15, '13:33', rotterdam), 'into the terminal', rotterdamQuay.gatedIn([laden], truck('82-BKF-3'))),
    tell('rotterdam-terminal', on(-12, '05:48', rotterdam), 'loaded', rotterdamQuay.loaded([{ ...laden, slot: '0261084' }])),
    tell('sample-ocean-carrier', voyage.departs, 'leaves Rotterdam', carrier.departed(voyage)),
    tell('sample-ocean-carrier', on(-11, '17:00', rotterdam), 'bill of lading issued', carrier.billIssued()),
    tell('sample-ocean-carrier', fromAnchor(-3 * 24), 'arrival estimated', carrier.expects(voyage, arrived - 10 * HOUR)),
    tell('sample-ocean-carrier', fromAnchor(8.2), 'arrival estimated again', carrier.expects(voyage, arrived)),
    tell('customs-single-window', arrived - 2 * DAY, 'import manifest 原始舱单', papers.manifest('MT1101', manifest)),
    tell('customs-single-window', arrived - 2 * DAY + HOUR / 6, 'import manifest accepted', papers.manifestReceipt('MT1101', 'ACCEPTED', voyage, [null])),
    tell('sample-ocean-carrier', arrived, 'at Yangshan', carrier.arrived(voyage)),
    tell('shanghai-terminal', arrived + 11 * HOUR, 'discharged 卸船', shanghaiQuay.discharged([laden])),
    tell('customs-single-window', arrived + 13 * HOUR, 'arrival report 运抵报告', papers.manifest('MT3101', manifest)),
    tell('customs-single-window', arrived + 13.1 * HOUR, 'arrival report accepted', papers.manifestReceipt('MT3101', 'ACCEPTED', voyage, [null])),
    tell('customs-single-window', arrived + 26 * HOUR, 'declaration received 入库', papers.declarationReceipt('RECEIVED', voyage)),
    tell('customs-single-window', arrived + 28 * HOUR, 'declaration assessed 审结', papers.declarationReceipt('ASSESSED', voyage)),
    tell('customs-single-window', arrived + 30 * HOUR, 'declaration released 放行', papers.declarationReceipt('RELEASED', voyage)),
    tell('sample-ocean-carrier', arrived + 31 * HOUR, 'bill surrendered 换单', carrier.billSurrendered()),
    tell('sample-ocean-carrier', arrived + 32 * HOUR, 'cargo released by the carrier 放货', carrier.released()),
    tell('shanghai-terminal', arrived + 50 * HOUR, 'out of the terminal 提箱', shanghaiQuay.gatedOut([laden], truck('HUDK7710'))),
    tell('sample-ocean-carrier', arrived + 54 * HOUR, 'delivered', carrier.delivered(sealed, shanghai, 'CLOC')),
    tell('sample-ocean-carrier', arrived + 70 * HOUR, 'stripped', carrier.stripped(sealed, shanghai, 'CLOC')),
    tell('container-depots', arrived + 96 * HOUR, 'empty back at the depot 还空箱', depot(shanghaiDepot).emptiesBack([reusedBox], 'HUDK7710', trip.bill)),
  ];

  const numbers: Journey['numbers'] = [
    {
      kind: 'MASTER_BILL',
      number: trip.bill,
      noteEn: 'Second trip of a box that made another one before: at sea',
      noteZh: '同一箱的第二次运输：在海上',
    },
    {
      kind: 'CONTAINER',
      number: reusedBox.number,
      noteEn: 'One box, two trips, two owners',
      noteZh: '一箱两程，货主不同',
    },
  ];
  return { letter: 'G', title: 'Rotterdam–Shanghai', steps, sailings: [voyage], numbers };
}
