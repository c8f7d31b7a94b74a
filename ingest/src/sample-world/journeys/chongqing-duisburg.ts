import { DAY, HOUR } from '../moment.ts';
import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { customs } from '../voices/customs.ts';
import { oceanCarrier } from '../voices/ocean-carrier.ts';
import { railway } from '../voices/railway.ts';
import { depot, desks, terminal } from '../voices/terminals.ts';
import { containerNumber, declarationNumber, uicWagon } from '../world/numbers.ts';
import {
  JIALING_FORWARDING,
  nordhafenZweirad,
  rheinbogenHandel,
  shanlanMachinery,
  yubeiLighting,
} from '../world/parties.ts';
import {
  chongqing,
  chongqingDepot,
  duisburg,
  duisburgDepot,
  qinzhou,
  qinzhouTerminal,
  rotterdam,
  singapore,
} from '../world/places.ts';
import { qinzhouToSingapore, singaporeToRotterdam } from '../world/sea-lanes.ts';
import type { Sailing } from '../world/sailings.ts';
import { stations } from '../world/stations.ts';
import { kapok, meridian } from '../world/vessels.ts';
import type { Box, GateCarriage } from '../writers/reports.ts';
import type { Journey } from './journey.ts';

const booking = '8207115530';
const bill = 'COSU6412780350';
const houseA = 'JLR26CKG00117';
const houseB = 'JLR26CKG00118';
const railNote = '26470318';
const rhineNote = '55210438';

const first = { number: containerNumber('CBHU614208'), sizeType: '45G1', seal: 'CQ0126611', grossKg: 18_240 };
const second = {
  number: containerNumber('CBHU614215'),
  sizeType: '45G1',
  seal: 'CQ0126612',
  grossKg: 17_980,
};
const third = { number: containerNumber('CSNU702331'), sizeType: '22G1', seal: 'CQ0126613', grossKg: 11_410 };
const boxes = [first, second, third];
const wagons = ['5260117', '5260118', '5260119'];
const railcars = [uicWagon('31844521301'), uicWagon('31844521302'), uicWagon('31844521303')];

const houses = [
  { house: houseA, boxes: [first, second], consignor: shanlanMachinery, consignee: nordhafenZweirad },
  { house: houseB, boxes: [third], consignor: yubeiLighting, consignee: rheinbogenHandel },
];

const byRail = (wagon: string): GateCarriage => ({ mode: 'RAIL', wagon, carrier: 'RAILX' });
const laden = (box: typeof first): Box => ({ ...box, full: true, bill });

/**
 * 铁水联运: motorcycle parts and lamps of two exporters, three boxes under one master bill with two house bills.
 * By rail down the land–sea corridor, by feeder to Singapore, by mother vessel through Suez, by rail up the Rhine.
 * At the anchor the mother vessel is in the Mediterranean.
 */
export function chongqingToDuisburg({ on, fromAnchor, year }: Calendar): Journey {
  const feeder: Sailing = {
    vessel: kapok,
    voyage: '114S',
    from: qinzhou,
    to: singapore,
    lane: qinzhouToSingapore,
    departs: on(-26, '06:30', qinzhou),
    arrives: on(-22, '09:10', singapore),
  };
  const mother: Sailing = {
    vessel: meridian,
    voyage: '012W',
    from: singapore,
    to: rotterdam,
    lane: singaporeToRotterdam,
    departs: fromAnchor(-14 * 24),
    arrives: fromAnchor(8 * 24),
  };
  const declaration = declarationNumber('8002', year(-30), 'EXPORT', 417_238);

  const carrier = oceanCarrier(booking, bill);
  const rail = railway({
    note: railNote,
    booking,
    from: stations.tuanjiecun,
    to: stations.qinzhouPortEast,
    train: 'X9563',
    starts: on(-31, '06:10', chongqing),
  });
  const rhine = railway({
    note: rhineNote,
    bill,
    from: stations.maasvlakte,
    to: stations.duisburg,
    train: '41370',
    starts: fromAnchor(10 * 24),
  });
  const papers = customs({ office: '8002', bill, declaration });
  const portPapers = customs({ office: '7212', bill, declaration, transmitter: JIALING_FORWARDING });

  const qinzhouQuay = terminal(desks.qinzhou, 'EXPORT', feeder);
  const singaporeIn = terminal(desks.singapore, 'TRANSSHIPMENT', feeder);
  const singaporeOut = terminal(desks.singapore, 'TRANSSHIPMENT', mother);
  const rotterdamQuay = terminal(desks.rotterdam, 'IMPORT', mother);
  const onFeeder = { sailing: feeder, port: qinzhouTerminal };
  const stowed = boxes.map((box, index) => ({ ...laden(box), slot: `0${34 + index * 2}0${index + 1}82` }));

  // prettier-ignore
  const steps = [
    tell('sample-ocean-carrier', on(-38, '10:05', chongqing), 'booking confirmed 订舱确认', carrier.bookingConfirmed()),
    tell('sample-ocean-carrier', on(-38, '10:06', chongqing), 'schedule of both ships', carrier.plan([feeder, mother])),
    tell('container-depots', on(-34, '14:20', chongqing), 'three empties out of the depot 提空箱', depot(chongqingDepot).emptiesOut(boxes, booking, 'YUAD3107')),
    tell('sample-ocean-carrier', on(-33, '16:40', chongqing), 'stuffed at the exporters 装箱', carrier.stuffed(boxes, chongqing, 'CLOC')),
    tell('sample-railway-platform', on(-32, '09:15', chongqing), 'rail note accepted 受理', rail.accepted(boxes)),
    tell('sample-ocean-carrier', on(-32, '11:00', chongqing), 'shipping instructions received', carrier.instructionsReceived()),
    tell('sample-ocean-carrier', on(-32, '11:30', chongqing), 'verified gross mass received', carrier.weightReceived()),
    tell('sample-railway-platform', on(-31, '02:40', chongqing), 'loaded on wagons 装车', rail.loaded(boxes, wagons)),
    tell('sample-railway-platform', on(-31, '06:10', chongqing), 'train leaves 团结村', rail.departs(stations.tuanjiecun)),
    tell('sample-railway-platform', on(-31, '16:25', chongqing), 'train passes 遵义', rail.passes(stations.zunyi)),
    tell('sample-railway-platform', on(-30, '01:50', chongqing), 'train passes 贵阳南', rail.passes(stations.guiyangSouth)),
    tell('sample-railway-platform', on(-30, '18:05', chongqing), 'train passes 柳州', rail.passes(stations.liuzhou)),
    tell('sample-railway-platform', on(-29, '03:30', chongqing), 'train passes 南宁南', rail.passes(stations.nanningSouth)),
    tell('sample-railway-platform', on(-29, '09:40', qinzhou), 'train arrives at 钦州港东', rail.arrives(stations.qinzhouPortEast)),
    tell('sample-railway-platform', on(-29, '13:20', qinzhou), 'unloaded from the wagons 卸车', rail.unloaded(boxes, wagons)),
    tell('customs-single-window', on(-30, '15:05', chongqing), 'advance manifest 预配舱单', portPapers.manifest('MT2101', { ...onFeeder, houses })),
    tell('customs-single-window', on(-30, '15:11', chongqing), 'advance manifest accepted', portPapers.manifestReceipt('MT2101', 'ACCEPTED', feeder, [houseA, houseB])),
    tell('qinzhou-terminal', on(-29, '14:05', qinzhou), 'two boxes into the terminal by rail 进港', qinzhouQuay.gatedIn([first, second].map(laden), byRail('5260117'))),
    tell('qinzhou-terminal', on(-29, '14:40', qinzhou), 'third box into the terminal; the message lay for two days and a half', qinzhouQuay.gatedIn([laden(third)], byRail('5260119')), { late: 2.5 * DAY }),
    tell('customs-single-window', on(-28, '09:20', qinzhou), 'arrival report 运抵报告', portPapers.manifest('MT3101', { ...onFeeder, houses: [{ house: null, boxes }] })),
    tell('customs-single-window', on(-28, '09:24', qinzhou), 'arrival report accepted', portPapers.manifestReceipt('MT3101', 'ACCEPTED', feeder, [null])),
    tell('customs-single-window', on(-28, '10:02', qinzhou), 'declaration received 入库', papers.declarationReceipt('RECEIVED', feeder)),
    tell('customs-single-window', on(-28, '10:41', qinzhou), 'declaration assessed 审结', papers.declarationReceipt('ASSESSED', feeder)),
    tell('customs-single-window', on(-28, '11:15', qinzhou), 'declaration released 放行', papers.declarationReceipt('RELEASED', feeder)),
    tell('qinzhou-terminal', on(-27, '22:48', qinzhou), 'loaded on the feeder 装船', qinzhouQuay.loaded(stowed)),
    tell('sample-ocean-carrier', feeder.departs, 'feeder leaves Qinzhou', carrier.departed(feeder)),
    tell('customs-single-window', on(-26, '09:00', qinzhou), 'loading manifest 装载舱单', portPapers.manifest('MT4101', { ...onFeeder, houses: [{ house: null, boxes }] })),
    tell('sample-ocean-carrier', on(-26, '16:30', qinzhou), 'bill of lading issued 签发提单', carrier.billIssued()),
    tell('customs-single-window', on(-24, '08:00', qinzhou), 'declaration closed 结关', papers.declarationReceipt('CLOSED', feeder)),
    tell('sample-ocean-carrier', feeder.arrives, 'feeder at Singapore', carrier.arrived(feeder)),
    tell('singapore-terminal', feeder.arrives + 9 * HOUR, 'discharged for transhipment; the report comes twice', singaporeIn.discharged(boxes.map(laden)), { again: 3 * HOUR }),
    tell('singapore-terminal', mother.departs - 10 * HOUR, 'loaded on the mother vessel', singaporeOut.loaded(stowed)),
    tell('sample-ocean-carrier', mother.departs, 'mother vessel leaves Singapore', carrier.departed(mother)),
    tell('sample-ocean-carrier', mother.departs + HOUR, 'arrival at Rotterdam estimated', carrier.expects(mother, mother.arrives - 14 * HOUR)),
    tell('sample-ocean-carrier', fromAnchor(-5 * 24), 'estimate put back after the Suez convoy', carrier.expects(mother, mother.arrives + 3 * HOUR)),
    tell('sample-ocean-carrier', fromAnchor(0.6), 'estimate brought forward', carrier.expects(mother, mother.arrives)),
    tell('sample-ocean-carrier', mother.arrives, 'mother vessel at Rotterdam', carrier.arrived(mother)),
    tell('rotterdam-terminal', mother.arrives + 13 * HOUR, 'discharged at Rotterdam', rotterdamQuay.discharged(boxes.map(laden))),
    tell('sample-ocean-carrier', mother.arrives + 15 * HOUR, 'arrival notice', carrier.arrivalNoticeSent()),
    tell('sample-ocean-carrier', mother.arrives + 22 * HOUR, 'bill surrendered, cargo released by the carrier', carrier.billSurrendered()),
    tell('rotterdam-terminal', fromAnchor(10 * 24 - 5), 'out of the terminal by rail', rotterdamQuay.gatedOut(boxes.map(laden), byRail(railcars[0] ?? ''))),
    tell('sample-railway-platform', fromAnchor(10 * 24 - 3), 'loaded on the Rhine train', rhine.loaded(boxes, railcars)),
    tell('sample-european-railway', fromAnchor(10 * 24), 'train leaves the Maasvlakte', rhine.europeanDeparts(stations.maasvlakte)),
    tell('sample-european-railway', fromAnchor(10 * 24 + 9), 'train arrives at Duisburg', rhine.europeanArrives(stations.duisburg)),
    tell('sample-railway-platform', fromAnchor(10 * 24 + 11), 'unloaded at Duisburg', rhine.unloaded(boxes, railcars)),
    tell('sample-ocean-carrier', fromAnchor(11 * 24), 'out for delivery', carrier.gatedOut(boxes, duisburg, 'INTE')),
    tell('sample-ocean-carrier', fromAnchor(11 * 24 + 4), 'delivered', carrier.delivered(boxes, duisburg, 'CLOC')),
    tell('sample-ocean-carrier', fromAnchor(11 * 24 + 9), 'stripped', carrier.stripped(boxes, duisburg, 'CLOC')),
    tell('container-depots', fromAnchor(13 * 24), 'empties back at the depot 还空箱', depot(duisburgDepot).emptiesBack(boxes, 'DUSM4471', bill)),
  ];

  // prettier-ignore
  const numbers: Journey['numbers'] = [
    { kind: 'MASTER_BILL', number: bill, noteEn: 'Rail and sea from Chongqing to Duisburg: at sea in the Mediterranean', noteZh: '重庆经钦州铁水联运至杜伊斯堡：船在地中海' },
    { kind: 'HOUSE_BILL', number: houseA, noteEn: 'House bill of the first exporter: two of the three boxes', noteZh: '第一家发货人的分单：三箱中的两箱' },
    { kind: 'HOUSE_BILL', number: houseB, noteEn: 'House bill of the second exporter: one box', noteZh: '第二家发货人的分单：一箱' },
    { kind: 'BOOKING', number: booking, noteEn: 'Booking of the Chongqing cargo', noteZh: '重庆货的订舱号' },
    { kind: 'CONTAINER', number: third.number, noteEn: 'Its gate-in at Qinzhou was told days late', noteZh: '钦州进港报文迟到数日' },
    { kind: 'DECLARATION', number: declaration, noteEn: 'Export declaration at Chongqing', noteZh: '重庆出口报关单' },
  ];
  return { letter: 'A', title: 'Chongqing–Duisburg', steps, sailings: [feeder, mother], numbers };
}
