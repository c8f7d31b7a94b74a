import { HOUR } from '../moment.ts';
import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { customs } from '../voices/customs.ts';
import { oceanCarrier } from '../voices/ocean-carrier.ts';
import { depot, desks, terminal, truck } from '../voices/terminals.ts';
import { containerNumber, declarationNumber } from '../world/numbers.ts';
import { chenghaiCoffee, serraVerdeCafe } from '../world/parties.ts';
import { ningbo, ningboDepot, ningboTerminal3, santos } from '../world/places.ts';
import { santosToNingbo } from '../world/sea-lanes.ts';
import type { Sailing } from '../world/sailings.ts';
import { atlantica } from '../world/vessels.ts';
import type { Box } from '../writers/reports.ts';
import type { Journey } from './journey.ts';

const booking = '8208834410';
const bill = 'COSU6415530971';
/** The terminal leaves the SCAC out. */
const billWithoutScac = '6415530971';

const first = { number: containerNumber('CBHU380417'), sizeType: '22G1', seal: 'SSZ771204', grossKg: 21_150 };
const second = {
  number: containerNumber('CBHU380422'),
  sizeType: '22G1',
  seal: 'SSZ771205',
  grossKg: 21_090,
};
const boxes = [first, second];

const laden = (box: typeof first): Box => ({ ...box, full: true, bill: billWithoutScac });

/**
 * Green coffee from Santos: discharged at Ningbo, picked for inspection (查验), inspected, and waiting for its release
 * at the anchor. The release comes a day later, the truck after it.
 */
export function santosToNingboInspected({ on, fromAnchor, year }: Calendar): Journey {
  const voyage: Sailing = {
    vessel: atlantica,
    voyage: '045E',
    from: santos,
    to: ningbo,
    lane: santosToNingbo,
    departs: on(-37, '21:30', santos),
    arrives: on(-4, '05:20', ningbo),
  };
  const declaration = declarationNumber('3104', year(-3), 'IMPORT', 208_861);
  const carrier = oceanCarrier(booking, bill);
  const papers = customs({
    office: '3104',
    bill,
    declaration,
    parties: { consignor: serraVerdeCafe, consignee: chenghaiCoffee },
  });
  const ningboQuay = terminal(desks.ningbo, 'IMPORT', voyage);
  const manifest = { sailing: voyage, port: ningboTerminal3, houses: [{ house: null, boxes }] };
  const release = fromAnchor(24);

  // prettier-ignore
  const steps = [
    tell('sample-ocean-carrier', on(-49, '11:10', santos), 'booking confirmed', carrier.bookingConfirmed()),
    tell('sample-ocean-carrier', on(-49, '11:12', santos), 'schedule', carrier.plan([voyage])),
    tell('sample-ocean-carrier', on(-45, '08:30', santos), 'empties out of the depot', carrier.emptyPickedUp(boxes, santos, 'DEPO')),
    tell('sample-ocean-carrier', on(-44, '15:00', santos), 'stuffed in the coffee warehouse', carrier.stuffed(boxes, santos, 'CLOC')),
    tell('sample-ocean-carrier', on(-43, '13:45', santos), 'shipping instructions received', carrier.instructionsReceived()),
    tell('sample-ocean-carrier', on(-43, '14:00', santos), 'verified gross mass received', carrier.weightReceived()),
    tell('sample-ocean-carrier', on(-42, '19:20', santos), 'into the terminal at Santos', carrier.gatedIn(boxes, santos, 'POTE')),
    tell('sample-ocean-carrier', on(-37, '04:10', santos), 'loaded at Santos', carrier.loaded(boxes, santos, voyage)),
    tell('sample-ocean-carrier', voyage.departs, 'leaves Santos', carrier.departed(voyage)),
    tell('sample-ocean-carrier', on(-36, '17:00', santos), 'bill of lading issued', carrier.billIssued()),
    tell('sample-ocean-carrier', on(-20, '09:00', ningbo), 'arrival estimated', carrier.expects(voyage, voyage.arrives + 9 * HOUR)),
    tell('customs-single-window', on(-9, '16:05', ningbo), 'main data of the import manifest 原始舱单主要数据', papers.manifest('MT1101', { ...manifest, mainData: true })),
    tell('customs-single-window', on(-8, '10:20', ningbo), 'import manifest 原始舱单', papers.manifest('MT1101', manifest)),
    tell('customs-single-window', on(-8, '10:26', ningbo), 'import manifest accepted', papers.manifestReceipt('MT1101', 'ACCEPTED', voyage, [null])),
    tell('sample-ocean-carrier', on(-5, '18:00', ningbo), 'arrival notice', carrier.arrivalNoticeSent()),
    tell('sample-ocean-carrier', voyage.arrives, 'at Ningbo', carrier.arrived(voyage)),
    tell('ningbo-terminal', on(-4, '17:35', ningbo), 'discharged 卸船', ningboQuay.discharged(boxes.map(laden))),
    tell('customs-single-window', on(-4, '20:10', ningbo), 'tally 理货报告', papers.manifest('MT5101', manifest)),
    tell('customs-single-window', on(-4, '20:15', ningbo), 'tally accepted', papers.manifestReceipt('MT5101', 'ACCEPTED', voyage, [null])),
    tell('customs-single-window', on(-4, '21:00', ningbo), 'arrival report 运抵报告', papers.manifest('MT3101', manifest)),
    tell('customs-single-window', on(-4, '21:04', ningbo), 'arrival report accepted', papers.manifestReceipt('MT3101', 'ACCEPTED', voyage, [null])),
    tell('customs-single-window', on(-3, '09:12', ningbo), 'declaration received 入库', papers.declarationReceipt('RECEIVED', voyage)),
    tell('customs-single-window', on(-3, '11:40', ningbo), 'declaration assessed 审结', papers.declarationReceipt('ASSESSED', voyage)),
    tell('customs-single-window', on(-3, '11:41', ningbo), 'duty due 税款', papers.declarationReceipt('DUTY_DUE', voyage)),
    tell('customs-single-window', on(-3, '14:05', ningbo), 'picked for inspection 查验通知', papers.declarationReceipt('SELECTED', voyage)),
    tell('sample-ocean-carrier', on(-3, '16:30', ningbo), 'bill surrendered 换单', carrier.billSurrendered()),
    tell('customs-single-window', fromAnchor(-22), 'inspection done 查验完毕', papers.declarationReceipt('INSPECTED', voyage)),
    tell('sample-ocean-carrier', fromAnchor(-21), 'boxes opened and inspected', carrier.inspected(boxes, ningboTerminal3, 'POTE')),
    tell('customs-single-window', release, 'declaration released 放行', papers.declarationReceipt('RELEASED', voyage)),
    tell('customs-single-window', release + HOUR / 3, 'manifest released 舱单放行', papers.manifestReceipt('MT1101', 'RELEASED', voyage, [null])),
    tell('sample-ocean-carrier', release + HOUR, 'cargo released by the carrier', carrier.released()),
    tell('ningbo-terminal', release + 6 * HOUR, 'out of the terminal 提箱', ningboQuay.gatedOut(boxes.map(laden), truck('浙B12345'))),
    tell('sample-ocean-carrier', release + 8 * HOUR, 'delivered to the roaster', carrier.delivered(boxes, ningbo, 'CLOC')),
    tell('sample-ocean-carrier', release + 20 * HOUR, 'stripped', carrier.stripped(boxes, ningbo, 'CLOC')),
    tell('customs-single-window', release + 30 * HOUR, 'declaration closed 结关', papers.declarationReceipt('CLOSED', voyage)),
    tell('container-depots', release + 44 * HOUR, 'empties back at the depot 还空箱', depot(ningboDepot).emptiesBack(boxes, 'ZHEB12345', bill)),
  ];

  // prettier-ignore
  const numbers: Journey['numbers'] = [
    { kind: 'MASTER_BILL', number: bill, noteEn: 'Coffee from Santos at Ningbo: inspected, waiting for release', noteZh: '桑托斯咖啡到宁波：已查验，待放行' },
    { kind: 'MASTER_BILL', number: billWithoutScac, noteEn: 'The same bill as the terminal writes it, without SCAC', noteZh: '同一提单，码头写法不带 SCAC' },
    { kind: 'DECLARATION', number: declaration, noteEn: 'Its import declaration', noteZh: '该票进口报关单' },
    { kind: 'CONTAINER', number: first.number, noteEn: 'One of its two boxes', noteZh: '两箱之一' },
  ];
  return { letter: 'B', title: 'Santos–Ningbo', steps, sailings: [voyage], numbers };
}
