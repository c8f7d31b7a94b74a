import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { each, flight, ship, told, train } from '../../../src/testing/journey-story.ts';
import { altynkolStation, at, chongqing, customsOffice, duisburgStation, khorgosStation, luxembourgAirport, malaszewiczeStation, ningbo, qinzhou, rotterdam, santos, shanghai, singapore, xianStation, zhengzhouAirport } from '../../../src/testing/sample-locations.ts'; // prettier-ignore

/** Journeys on which all goes as it should, but for a transit that is late and pieces that fly a day later. */
interface Ordinary {
  readonly anchor: IdentifierKey;
  readonly story: readonly FactClaim[];
}

// Two boxes from Ningbo by feeder to Singapore and by mother vessel to Rotterdam.
function seaTransshipment(): Ordinary {
  const bill = 'MASTER_BILL:COSU6400000017';
  const booking = 'BOOKING:8200000017';
  const boxes = ['CSQU3054383', 'CBHU6142088'];
  const feeder = ship('KAPOK', '114S', '9074729');
  const mother = ship('MERIDIAN', '012W', '9321483');
  /** Terminals write the name of a ship and leave its number out. */
  const kapok = ship('KAPOK', '114S');
  const beilun = at(ningbo, 'BLCT3');

  const story: FactClaim[] = [
    told('CARRIER', 'BOOKING_CONFIRMED', '2026-10-01 10:00', null, { paper: booking }),
    told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, { classifier: 'PLANNED', on: feeder, paper: booking, heard: '2026-10-01T03:00:00Z' }),
    told('CARRIER', 'ARRIVED', '2026-10-30 09:00', singapore, { classifier: 'PLANNED', on: feeder, paper: booking, heard: '2026-10-01T03:00:00Z' }),
    told('CARRIER', 'DEPARTED', '2026-11-07 17:00', singapore, { classifier: 'PLANNED', on: mother, paper: booking, heard: '2026-10-01T03:00:00Z' }),
    told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: mother, paper: booking, heard: '2026-10-01T03:00:00Z' }),
    ...each(boxes, (box) => told('TERMINAL', 'GATED_OUT', '2026-10-20 09:00', ningbo, { box, load: 'EMPTY', paper: booking })),
    ...each(boxes, (box) => told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', beilun, { box, load: 'FULL', paper: bill })),
    ...each(boxes, (box) => told('TERMINAL', 'LOADED', '2026-10-25 22:48', beilun, { box, load: 'FULL', on: kapok, paper: bill })),
    told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { on: feeder, paper: bill }),
    told('CARRIER', 'ARRIVED', '2026-10-30 09:10', singapore, { on: feeder, paper: bill }),
    ...each(boxes, (box) => told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { box, load: 'FULL', on: kapok, paper: bill })),
    ...each(boxes, (box) => told('TERMINAL', 'LOADED', '2026-11-07 07:00', singapore, { box, load: 'FULL', on: mother, paper: bill })),
    told('CARRIER', 'DEPARTED', '2026-11-07 17:07', singapore, { on: mother, paper: bill }),
    told('CARRIER', 'ARRIVED', '2026-11-29 13:00', rotterdam, { classifier: 'ESTIMATED', on: mother, paper: bill, heard: '2026-11-16T09:00:00Z' }),
    told('CARRIER', 'ARRIVED', '2026-11-29 14:20', rotterdam, { on: mother, paper: bill }),
    ...each(boxes, (box) => told('TERMINAL', 'DISCHARGED', '2026-11-30 03:00', rotterdam, { box, load: 'FULL', on: mother, paper: bill })),
    ...each(boxes, (box) => told('TERMINAL', 'GATED_OUT', '2026-12-02 08:00', rotterdam, { box, load: 'FULL', paper: bill })),
    ...each(boxes, (box) => told('CARRIER', 'DELIVERED', '2026-12-02 13:00', rotterdam, { box, load: 'FULL', paper: bill })),
    ...each(boxes, (box) => told('TERMINAL', 'GATED_IN', '2026-12-05 11:00', rotterdam, { box, load: 'EMPTY', paper: bill })),
  ]; // prettier-ignore
  return { anchor: bill, story };
}

// 中欧班列: one box from Xi'an to Duisburg. The gauge changes at Altynkol and at Małaszewicze, and with it the train.
function gaugeChange(): Ordinary {
  const note = 'RAIL_NOTE:26600000';
  const box = 'TBJU4182505';
  const chinese = train('X8157', '2026-11-12');
  const broad = train('1418', '2026-11-17');
  const european = train('43206', '2026-11-24');
  const toDuisburg = { from: xianStation, to: duisburgStation };

  const story: FactClaim[] = [
    told('RAIL', 'RECEIVED', '2026-11-09 09:00', xianStation, { box, on: chinese, paper: note, ...toDuisburg }),
    told('RAIL', 'LOADED', '2026-11-12 08:15', xianStation, { box, on: chinese, paper: note, ...toDuisburg }),
    told('RAIL', 'DEPARTED', '2026-11-12 13:40', xianStation, { on: chinese, inherited: true }),
    told('RAIL', 'ARRIVED', '2026-11-15 06:40', khorgosStation, { on: chinese, inherited: true }),
    told('RAIL', 'CROSSED', '2026-11-16 08:05', khorgosStation, { on: chinese, inherited: true }),
    told('RAIL', 'ARRIVED', '2026-11-16 07:10', altynkolStation, { on: chinese, inherited: true }),
    told('RAIL', 'GAUGE_CHANGED', '2026-11-17 04:20', altynkolStation, { box, on: broad, paper: note, ...toDuisburg }),
    told('RAIL', 'LOADED', '2026-11-17 05:30', altynkolStation, { box, on: broad, paper: note, ...toDuisburg }),
    told('RAIL', 'DEPARTED', '2026-11-17 09:30', altynkolStation, { on: broad, inherited: true }),
    told('RAIL', 'ARRIVED', '2026-11-23 20:00', malaszewiczeStation, { on: broad, inherited: true }),
    told('RAIL', 'LOADED', '2026-11-24 09:00', malaszewiczeStation, { box, on: european, paper: note, ...toDuisburg }),
    told('RAIL', 'DEPARTED', '2026-11-24 13:00', malaszewiczeStation, { on: european, inherited: true }),
    told('RAIL', 'ARRIVED', '2026-11-26 04:00', duisburgStation, { classifier: 'ESTIMATED', on: european, inherited: true, heard: '2026-11-24T13:00:00Z' }),
    told('RAIL', 'ARRIVED', '2026-11-26 04:40', duisburgStation, { on: european, inherited: true }),
    told('RAIL', 'DISCHARGED', '2026-11-26 09:00', duisburgStation, { box, on: european, paper: note, ...toDuisburg }),
    told('RAIL', 'DELIVERED', '2026-11-27 05:00', duisburgStation, { box, paper: note, ...toDuisburg }),
  ]; // prettier-ignore
  return { anchor: note, story };
}

// 铁水联运: by rail to the port of Qinzhou, by ship to Rotterdam, by rail up the Rhine. One box, two rail notes, one bill.
function railAndSea(): Ordinary {
  const bill = 'MASTER_BILL:COSU6400000025';
  const [note, rhineNote] = ['RAIL_NOTE:26470000', 'RAIL_NOTE:55210000'] as const;
  const box = 'CBHU6142088';
  const corridor = train('X9563', '2026-10-21');
  const vessel = ship('MERIDIAN', '012W', '9321483');
  const rhine = train('41370', '2026-12-01');
  const inland = { from: xianStation, to: qinzhou };

  const story: FactClaim[] = [
    told('TERMINAL', 'GATED_OUT', '2026-10-18 14:20', at(chongqing, 'CKGD1'), { box, load: 'EMPTY' }),
    told('RAIL', 'LOADED', '2026-10-21 02:40', xianStation, { box, on: corridor, paper: note, ...inland }),
    told('RAIL', 'DEPARTED', '2026-10-21 06:10', xianStation, { on: corridor, inherited: true }),
    told('RAIL', 'DISCHARGED', '2026-10-23 13:20', qinzhou, { box, on: corridor, paper: note, ...inland }),
    told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', at(qinzhou, 'QZT'), { box, load: 'FULL', paper: bill }),
    told('TERMINAL', 'LOADED', '2026-10-25 22:48', at(qinzhou, 'QZT'), { box, load: 'FULL', on: vessel, paper: bill }),
    told('CARRIER', 'DEPARTED', '2026-10-26 06:30', qinzhou, { on: vessel, paper: bill }),
    told('CARRIER', 'ARRIVED', '2026-11-29 14:20', rotterdam, { on: vessel, paper: bill }),
    told('TERMINAL', 'DISCHARGED', '2026-11-30 03:00', rotterdam, { box, load: 'FULL', on: vessel, paper: bill }),
    told('RAIL', 'LOADED', '2026-12-01 09:00', rotterdam, { box, on: rhine, paper: rhineNote, to: duisburgStation }),
    told('RAIL', 'DEPARTED', '2026-12-01 12:00', rotterdam, { on: rhine, inherited: true }),
    told('RAIL', 'ARRIVED', '2026-12-01 21:00', duisburgStation, { on: rhine, inherited: true }),
    told('RAIL', 'DISCHARGED', '2026-12-01 23:00', duisburgStation, { box, on: rhine, paper: rhineNote, to: duisburgStation }),
  ]; // prettier-ignore
  return { anchor: bill, story };
}

// 转关: discharged at Shanghai, carried under customs transit, declared where it goes. Two releases, two offices.
function customsTransit(): Ordinary {
  const bill = 'MASTER_BILL:COSU6400000033';
  const transit = 'TRANSIT:2202202600000017';
  const declaration = 'DECLARATION:790220261000000019';
  const [wusong, chengdu] = [customsOffice('2202'), customsOffice('7902')];
  const box = 'CSNU6190340';
  const vessel = ship('SAKURA', '228W', '9074729');
  const inlandTrain = train('X8712', '2026-11-20');

  const story: FactClaim[] = [
    told('CARRIER', 'LOADED', '2026-10-13 15:50', santos, { box, load: 'FULL', on: vessel, paper: bill }),
    told('CARRIER', 'DEPARTED', '2026-10-13 22:15', santos, { on: vessel, paper: bill }),
    told('CARRIER', 'ARRIVED', '2026-11-16 07:40', shanghai, { on: vessel, paper: bill }),
    told('TERMINAL', 'DISCHARGED', '2026-11-16 16:02', at(shanghai, 'YSGD'), { box, load: 'FULL', on: vessel, paper: bill }),
    told('CUSTOMS', 'TRANSIT_DECLARED', '2026-11-17 09:40', wusong, { paper: transit }),
    told('CUSTOMS', 'TRANSIT_RELEASED', '2026-11-18 14:20', wusong, { paper: transit }),
    told('TERMINAL', 'GATED_OUT', '2026-11-20 00:07', at(shanghai, 'YSGD'), { box, load: 'FULL', paper: bill }),
    told('RAIL', 'RECEIVED', '2026-11-20 01:07', xianStation, { box, on: inlandTrain, to: chengdu }),
    told('RAIL', 'LOADED', '2026-11-20 08:07', xianStation, { box, on: inlandTrain, to: chengdu }),
    told('RAIL', 'DEPARTED', '2026-11-20 11:07', xianStation, { on: inlandTrain, inherited: true }),
    told('CUSTOMS', 'TRANSIT_OVERDUE', '2026-11-24 09:00', wusong, { paper: transit }),
    told('RAIL', 'DISCHARGED', '2026-11-25 02:00', chengdu, { box, on: inlandTrain, to: chengdu }),
    told('CUSTOMS', 'TRANSIT_ARRIVED', '2026-11-25 09:00', chengdu, { paper: transit }),
    told('CUSTOMS', 'DECL_SELECTED', '2026-11-25 11:00', chengdu, { paper: declaration }),
    told('CUSTOMS', 'DECL_RELEASED', '2026-11-26 11:00', chengdu, { paper: declaration }),
  ]; // prettier-ignore
  return { anchor: bill, story };
}

// Ten pieces on one air waybill: six go as booked, four are left behind for the next flight.
function airSplitShipment(): Ordinary {
  const awb = 'AWB:172-26114686';
  const all = { pieces: 10 };
  const six = { pieces: 6, ofPieces: 10 };
  const four = { pieces: 4, ofPieces: 10 };
  const [first, second] = [flight('CV9735', '2026-11-20'), flight('CV9737', '2026-11-21')];

  const story: FactClaim[] = [
    told('AIRLINE', 'BOOKED', '2026-11-16', zhengzhouAirport, { on: first, pieces: all, paper: awb }),
    told('AIRLINE', 'RECEIVED', '2026-11-19 19:07', zhengzhouAirport, { pieces: all, paper: awb }),
    told('AIRLINE', 'MANIFESTED', '2026-11-20', zhengzhouAirport, { on: first, pieces: six, paper: awb }),
    told('AIRLINE', 'DISCREPANCY', '2026-11-20 08:07', zhengzhouAirport, { pieces: four, paper: awb, reason: 'SSPD' }),
    told('AIRLINE', 'DEPARTED', '2026-11-20 10:55', zhengzhouAirport, { on: first, pieces: six, paper: awb }),
    told('AIRLINE', 'ARRIVED', '2026-11-20 15:31', luxembourgAirport, { on: flight('CV9735'), pieces: six, paper: awb }),
    told('AIRLINE', 'CHECKED_IN', '2026-11-20 18:07', luxembourgAirport, { on: flight('CV9735'), pieces: six, paper: awb }),
    told('AIRLINE', 'MANIFESTED', '2026-11-21', zhengzhouAirport, { on: second, pieces: four, paper: awb }),
    told('AIRLINE', 'DEPARTED', '2026-11-21 07:58', zhengzhouAirport, { on: second, pieces: four, paper: awb }),
    told('AIRLINE', 'ARRIVED', '2026-11-21 12:28', luxembourgAirport, { classifier: 'ESTIMATED', on: flight('CV9737'), pieces: four, paper: awb, heard: '2026-11-21T00:10:00Z' }),
    told('AIRLINE', 'ARRIVED', '2026-11-21 12:40', luxembourgAirport, { on: flight('CV9737'), pieces: four, paper: awb }),
    told('AIRLINE', 'CHECKED_IN', '2026-11-21 14:00', luxembourgAirport, { on: flight('CV9737'), pieces: four, paper: awb }),
    told('AIRLINE', 'NOTIFIED', '2026-11-21 15:00', luxembourgAirport, { pieces: all, paper: awb }),
    told('AIRLINE', 'DELIVERED', '2026-11-22 01:00', luxembourgAirport, { pieces: all, paper: awb }),
  ]; // prettier-ignore
  return { anchor: awb, story };
}

export const ordinaryStories: Readonly<Record<string, Ordinary>> = {
  'by feeder and mother vessel': seaTransshipment(),
  'by train over two gauges': gaugeChange(),
  'by rail and sea': railAndSea(),
  'under customs transit': customsTransit(),
  'by air in two parts': airSplitShipment(),
};
