import { HOUR } from '../moment.ts';
import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { customs } from '../voices/customs.ts';
import { oceanCarrier } from '../voices/ocean-carrier.ts';
import { depot, desks, terminal, truck } from '../voices/terminals.ts';
import { containerNumber, declarationNumber } from '../world/numbers.ts';
import { polderWonen, simingTextiles } from '../world/parties.ts';
import { ningbo, ningboDepot, ningboTerminal3, rotterdam, rotterdamDepot } from '../world/places.ts';
import { ningboToRotterdam } from '../world/sea-lanes.ts';
import type { Sailing } from '../world/sailings.ts';
import { horizon } from '../world/vessels.ts';
import type { Journey } from './journey.ts';
import { ladenFor, reusedBox, type Trip } from './reused-box.ts';

const trip: Trip = { booking: '8203315706', bill: 'COSU6409912745', seal: 'NB0417733', grossKg: 15_320 };
const laden = ladenFor(trip);

/** The first trip: home textiles from Ningbo to Rotterdam, ended with the empty's return two months before the anchor. */
export function ningboToRotterdamCompleted({ on, year }: Calendar): Journey {
  const voyage: Sailing = {
    vessel: horizon,
    voyage: '008W',
    from: ningbo,
    to: rotterdam,
    lane: ningboToRotterdam,
    departs: on(-101, '13:20', ningbo),
    arrives: on(-70, '04:45', rotterdam),
  };
  const declaration = declarationNumber('3104', year(-103), 'EXPORT', 561_904);
  const carrier = oceanCarrier(trip.booking, trip.bill);
  const papers = customs({
    office: '3104',
    bill: trip.bill,
    declaration,
    parties: { consignor: simingTextiles, consignee: polderWonen },
  });
  const sealed = [{ ...reusedBox, seal: trip.seal, grossKg: trip.grossKg }];
  const manifest = { sailing: voyage, port: ningboTerminal3, houses: [{ house: null, boxes: sealed }] };
  const ningboQuay = terminal(desks.ningbo, 'EXPORT', voyage);
  const rotterdamQuay = terminal(desks.rotterdam, 'IMPORT', voyage);
  const mistaken = { ...laden, number: containerNumber('CBHU905122') };

  // prettier-ignore
  const steps = [
    tell('sample-ocean-carrier', on(-116, '09:30', ningbo), 'booking confirmed 订舱确认', carrier.bookingConfirmed()),
    tell('sample-ocean-carrier', on(-116, '09:31', ningbo), 'schedule', carrier.plan([voyage])),
    tell('container-depots', on(-107, '10:10', ningbo), 'empty out of the depot 提空箱', depot(ningboDepot).emptiesOut([reusedBox], trip.booking, 'ZHEB66210')),
    tell('sample-ocean-carrier', on(-106, '17:00', ningbo), 'stuffed 装箱', carrier.stuffed(sealed, ningbo, 'CLOC')),
    tell('sample-ocean-carrier', on(-105, '10:00', ningbo), 'shipping instructions received', carrier.instructionsReceived()),
    tell('sample-ocean-carrier', on(-105, '10:20', ningbo), 'verified gross mass received', carrier.weightReceived()),
    tell('customs-single-window', on(-105, '14:00', ningbo), 'advance manifest 预配舱单', papers.manifest('MT2101', manifest)),
    tell('customs-single-window', on(-105, '14:06', ningbo), 'advance manifest accepted', papers.manifestReceipt('MT2101', 'ACCEPTED', voyage, [null])),
    tell('ningbo-terminal', on(-104, '21:17', ningbo), 'into the terminal, with the neighbour’s box number by mistake', ningboQuay.gatedIn([mistaken], truck('浙B66210'), { reference: 'EIR2608040031' })),
    tell('ningbo-terminal', on(-104, '22:05', ningbo), 'the wrong gate-in cancelled 删除', ningboQuay.gatedIn([mistaken], truck('浙B66210'), { function: 'CANCEL', reference: 'EIR2608040031' })),
    tell('ningbo-terminal', on(-104, '21:17', ningbo), 'into the terminal, with the right box number 进港', ningboQuay.gatedIn([laden], truck('浙B66210'), { reference: 'EIR2608040032' }), { late: 2 * HOUR }),
    tell('customs-single-window', on(-103, '08:40', ningbo), 'arrival report 运抵报告', papers.manifest('MT3101', manifest)),
    tell('customs-single-window', on(-103, '08:44', ningbo), 'arrival report accepted', papers.manifestReceipt('MT3101', 'ACCEPTED', voyage, [null])),
    tell('customs-single-window', on(-103, '09:30', ningbo), 'declaration received 入库', papers.declarationReceipt('RECEIVED', voyage)),
    tell('customs-single-window', on(-103, '09:52', ningbo), 'declaration assessed 审结', papers.declarationReceipt('ASSESSED', voyage)),
    tell('customs-single-window', on(-103, '10:05', ningbo), 'declaration released 放行', papers.declarationReceipt('RELEASED', voyage)),
    tell('ningbo-terminal', on(-101, '03:26', ningbo), 'loaded 装船', ningboQuay.loaded([{ ...laden, slot: '0340682' }])),
    tell('sample-ocean-carrier', voyage.departs, 'leaves Ningbo', carrier.departed(voyage)),
    tell('sample-ocean-carrier', on(-100, '16:00', ningbo), 'bill of lading issued 签发提单', carrier.billIssued()),
    tell('customs-single-window', on(-99, '08:00', ningbo), 'declaration closed 结关', papers.declarationReceipt('CLOSED', voyage)),
    tell('sample-ocean-carrier', on(-84, '08:00', ningbo), 'arrival estimated', carrier.expects(voyage, voyage.arrives - 6 * HOUR)),
    tell('sample-ocean-carrier', voyage.arrives, 'at Rotterdam', carrier.arrived(voyage)),
    tell('rotterdam-terminal', voyage.arrives + 17 * HOUR, 'discharged', rotterdamQuay.discharged([laden])),
    tell('sample-ocean-carrier', voyage.arrives + 20 * HOUR, 'arrival notice', carrier.arrivalNoticeSent()),
    tell('sample-ocean-carrier', on(-68, '12:00', rotterdam), 'bill surrendered', carrier.billSurrendered()),
    tell('sample-ocean-carrier', on(-68, '15:20', rotterdam), 'cargo released by the carrier', carrier.released()),
    tell('rotterdam-terminal', on(-66, '09:14', rotterdam), 'out of the terminal, an hour wrong', rotterdamQuay.gatedOut([{ ...laden, at: on(-66, '08:14', rotterdam) }], truck('BX-TN-41'), { reference: 'GOF000914' })),
    tell('rotterdam-terminal', on(-66, '09:14', rotterdam), 'the gate-out with the right time, replacing it', rotterdamQuay.gatedOut([laden], truck('BX-TN-41'), { function: 'REPLACE', reference: 'GOF000914' }), { late: 5 * HOUR }),
    tell('sample-ocean-carrier', on(-66, '13:30', rotterdam), 'delivered', carrier.delivered(sealed, rotterdam, 'CLOC')),
    tell('sample-ocean-carrier', on(-65, '15:00', rotterdam), 'stripped', carrier.stripped(sealed, rotterdam, 'CLOC')),
    tell('container-depots', on(-62, '11:40', rotterdam), 'empty back at the depot', depot(rotterdamDepot).emptiesBack([reusedBox], 'BX-TN-41', trip.bill)),
  ];

  const numbers: Journey['numbers'] = [
    {
      kind: 'MASTER_BILL',
      number: trip.bill,
      noteEn: 'Completed: Ningbo to Rotterdam, empty returned two months ago',
      noteZh: '已完成：宁波至鹿特丹，两个月前还空',
    },
  ];
  return { letter: 'F', title: 'Ningbo–Rotterdam', steps, sailings: [voyage], numbers };
}
