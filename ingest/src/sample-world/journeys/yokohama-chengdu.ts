import { HOUR } from '../moment.ts';
import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { customs } from '../voices/customs.ts';
import { oceanCarrier } from '../voices/ocean-carrier.ts';
import { railway } from '../voices/railway.ts';
import { depot, desks, terminal, truck } from '../voices/terminals.ts';
import { containerNumber, declarationNumber } from '../world/numbers.ts';
import { jinjiangPrecision, minatoMachineTools } from '../world/parties.ts';
import { chengdu, chengduDepot, shanghai, yangshanTerminal, yokohama } from '../world/places.ts';
import { shanghaiToChengduByRail, yokohamaToShanghai } from '../world/sea-lanes.ts';
import type { Sailing } from '../world/sailings.ts';
import { stations } from '../world/stations.ts';
import { sakura } from '../world/vessels.ts';
import { boxDevice } from '../writers/positions.ts';
import type { Box } from '../writers/reports.ts';
import type { Journey } from './journey.ts';

const booking = '8209917204';
const bill = 'COSU6417702388';
const railNote = '26511840';

const box = { number: containerNumber('CSNU619034'), sizeType: '42G1', seal: 'YOK550913', grossKg: 19_870 };
const boxes = [box];
const laden: Box = { ...box, full: true, bill };
const wagons = ['5273041'];

/**
 * 转关: a machine tool from Yokohama, discharged at Shanghai, carried by rail under customs transit and declared at
 * Chengdu. Two releases from two offices; neither stands for the other. At the anchor the train is on its way.
 */
export function yokohamaToChengduTransit({ on, fromAnchor, year }: Calendar): Journey {
  const voyage: Sailing = {
    vessel: sakura,
    voyage: '228W',
    from: yokohama,
    to: shanghai,
    lane: yokohamaToShanghai,
    departs: on(-8, '22:15', yokohama),
    arrives: on(-5, '07:40', shanghai),
  };
  const transit = `2202${year(-4)}00057713`;
  const declaration = declarationNumber('7902', year(1), 'IMPORT', 33_506);
  const carrier = oceanCarrier(booking, bill);
  const shanghaiQuay = terminal(desks.shanghai, 'IMPORT', voyage);
  const manifest = { sailing: voyage, port: yangshanTerminal, houses: [{ house: null, boxes }] };
  const starts = fromAnchor(-30);
  const rail = railway({
    note: railNote,
    bill,
    from: stations.luchaogang,
    to: stations.chengxiang,
    train: 'X8712',
    starts,
  });
  const shanghaiPapers = customs({
    office: '2202',
    bill,
    declaration,
    transit,
    transitBoxes: [box.number],
    customsSeal: 'GS2200417',
    parties: { consignor: minatoMachineTools, consignee: jinjiangPrecision },
  });
  const chengduPapers = customs({
    office: '7902',
    bill,
    declaration,
    transit,
    transitBoxes: [box.number],
    customsSeal: 'GS2200417',
  });

  // prettier-ignore
  const steps = [
    tell('sample-ocean-carrier', on(-17, '10:30', yokohama), 'booking confirmed', carrier.bookingConfirmed()),
    tell('sample-ocean-carrier', on(-17, '10:31', yokohama), 'schedule', carrier.plan([voyage])),
    tell('sample-ocean-carrier', on(-13, '09:05', yokohama), 'empty out of the depot', carrier.emptyPickedUp(boxes, yokohama, 'DEPO')),
    tell('sample-ocean-carrier', on(-12, '16:20', yokohama), 'stuffed at the works', carrier.stuffed(boxes, yokohama, 'CLOC')),
    tell('sample-ocean-carrier', on(-11, '13:00', yokohama), 'shipping instructions received', carrier.instructionsReceived()),
    tell('sample-ocean-carrier', on(-11, '13:10', yokohama), 'verified gross mass received', carrier.weightReceived()),
    tell('sample-ocean-carrier', on(-10, '11:25', yokohama), 'into the terminal at Yokohama', carrier.gatedIn(boxes, yokohama, 'POTE')),
    tell('sample-ocean-carrier', on(-8, '15:50', yokohama), 'loaded at Yokohama', carrier.loaded(boxes, yokohama, voyage)),
    tell('sample-ocean-carrier', voyage.departs, 'leaves Yokohama', carrier.departed(voyage)),
    tell('sample-ocean-carrier', on(-7, '12:00', yokohama), 'bill of lading issued', carrier.billIssued()),
    tell('customs-single-window', on(-7, '17:05', shanghai), 'import manifest 原始舱单', shanghaiPapers.manifest('MT1101', manifest)),
    tell('customs-single-window', on(-7, '17:09', shanghai), 'import manifest accepted', shanghaiPapers.manifestReceipt('MT1101', 'ACCEPTED', voyage, [null])),
    tell('sample-ocean-carrier', voyage.arrives, 'at Yangshan', carrier.arrived(voyage)),
    tell('shanghai-terminal', on(-5, '16:02', shanghai), 'discharged 卸船', shanghaiQuay.discharged([laden])),
    tell('customs-single-window', on(-5, '18:30', shanghai), 'tally 理货报告', shanghaiPapers.manifest('MT5101', manifest)),
    tell('customs-single-window', on(-5, '19:00', shanghai), 'arrival report 运抵报告', shanghaiPapers.manifest('MT3101', manifest)),
    tell('customs-single-window', on(-5, '19:04', shanghai), 'arrival report accepted', shanghaiPapers.manifestReceipt('MT3101', 'ACCEPTED', voyage, [null])),
    tell('customs-single-window', on(-4, '09:40', shanghai), 'transit declared 转关申报', shanghaiPapers.transitReceipt('DECLARED')),
    tell('customs-single-window', on(-4, '10:15', shanghai), 'transit accepted 受理', shanghaiPapers.transitReceipt('ACCEPTED')),
    tell('customs-single-window', on(-3, '14:20', shanghai), 'transit released at Shanghai 转关放行', shanghaiPapers.transitReceipt('RELEASED')),
    tell('shanghai-terminal', starts - 11 * HOUR, 'out of the terminal for the railway 疏港', shanghaiQuay.gatedOut([laden], truck('HUDL3321'))),
    tell('sample-railway-platform', starts - 10 * HOUR, 'rail note accepted 受理', rail.accepted(boxes)),
    tell('sample-railway-platform', starts - 3 * HOUR, 'loaded on the wagon 装车', rail.loaded(boxes, wagons)),
    tell('customs-single-window', starts, 'transit departed 转关发运', shanghaiPapers.transitReceipt('DEPARTED')),
    tell('sample-railway-platform', starts, 'train leaves 芦潮港', rail.departs(stations.luchaogang)),
    tell('sample-railway-platform', fromAnchor(-22), 'train passes 南京东', rail.passes(stations.nanjingEast)),
    tell('sample-railway-platform', fromAnchor(-17.5), 'train passes 合肥北', rail.passes(stations.hefeiNorth)),
    tell('sample-railway-platform', fromAnchor(-9.2), 'train passes 吴家山', rail.passes(stations.wujiashan)),
    tell('sample-railway-platform', fromAnchor(-3.1), 'train passes 襄阳', rail.passes(stations.xiangyang)),
    tell('sample-railway-platform', fromAnchor(1.1), 'train passes 安康', rail.passes(stations.ankang)),
    tell('sample-railway-platform', fromAnchor(6.4), 'train passes 达州', rail.passes(stations.dazhou)),
    tell('sample-railway-platform', fromAnchor(13), 'train arrives at 城厢', rail.arrives(stations.chengxiang)),
    tell('customs-single-window', fromAnchor(14), 'transit arrived 转关运抵', chengduPapers.transitReceipt('ARRIVED')),
    tell('sample-railway-platform', fromAnchor(15.5), 'unloaded 卸车', rail.unloaded(boxes, wagons)),
    tell('customs-single-window', fromAnchor(17), 'transit closed 核销', chengduPapers.transitReceipt('CLOSED')),
    tell('customs-single-window', fromAnchor(18.5), 'declaration received 入库', chengduPapers.declarationReceipt('RECEIVED', voyage)),
    tell('customs-single-window', fromAnchor(19.4), 'declaration assessed 审结', chengduPapers.declarationReceipt('ASSESSED', voyage)),
    tell('customs-single-window', fromAnchor(19.5), 'duty due 税款', chengduPapers.declarationReceipt('DUTY_DUE', voyage)),
    tell('customs-single-window', fromAnchor(21.3), 'released at Chengdu 放行', chengduPapers.declarationReceipt('RELEASED', voyage)),
    tell('sample-ocean-carrier', fromAnchor(22), 'bill surrendered 换单', carrier.billSurrendered()),
    tell('sample-ocean-carrier', fromAnchor(23), 'cargo released by the carrier 放货', carrier.released()),
    tell('sample-railway-platform', fromAnchor(26), 'handed over at 城厢 交付', rail.delivered(boxes)),
    tell('sample-ocean-carrier', fromAnchor(27), 'out of the rail yard', carrier.gatedOut(boxes, chengdu, 'RAMP')),
    tell('sample-ocean-carrier', fromAnchor(29), 'delivered', carrier.delivered(boxes, chengdu, 'CLOC')),
    tell('sample-ocean-carrier', fromAnchor(46), 'stripped', carrier.stripped(boxes, chengdu, 'CLOC')),
    tell('container-depots', fromAnchor(67), 'empty back at the depot 还空箱', depot(chengduDepot).emptiesBack(boxes, 'CHUA88012', bill)),
  ];

  // A device on the box; the train reports at stations only.
  const movers: Journey['movers'] = [
    {
      source: 'box-telematics',
      what: `Device on ${box.number}`,
      lane: shanghaiToChengduByRail,
      departs: fromAnchor(-29.6),
      arrives: fromAnchor(13),
      every: HOUR,
      report: boxDevice(box.number),
    },
  ];
  // prettier-ignore
  const numbers: Journey['numbers'] = [
    { kind: 'MASTER_BILL', number: bill, noteEn: 'Yokohama to Chengdu in customs transit: on the train from Shanghai', noteZh: '横滨至成都转关：在上海发出的班列上' },
    { kind: 'TRANSIT', number: transit, noteEn: 'Its transit declaration', noteZh: '该票转关单' },
    { kind: 'RAIL_NOTE', number: railNote, noteEn: 'Its rail note', noteZh: '该票铁路运单' },
  ];
  return { letter: 'E', title: 'Yokohama–Chengdu', steps, sailings: [voyage], movers, numbers };
}
