import { HOUR, MINUTE } from '../moment.ts';
import type { Calendar } from '../story.ts';
import { tell } from '../story.ts';
import { customs } from '../voices/customs.ts';
import { awbNumber, declarationNumber } from '../world/numbers.ts';
import { moselleTelecom, zhongyuanPhones } from '../world/parties.ts';
import { zhengzhouAirport } from '../world/places.ts';
import { zhengzhouToLuxembourgByAir } from '../world/sea-lanes.ts';
import {
  fsu,
  type Airport,
  type FsuFlight,
  type FsuQuantity,
  type Waybill,
} from '../writers/cargo-imp-fsu.ts';
import { airborne } from '../writers/mvt.ts';
import { adsb } from '../writers/positions.ts';
import type { Journey } from './journey.ts';

const cgo: Airport = { iata: 'CGO', zone: 'Asia/Shanghai' };
const lux: Airport = { iata: 'LUX', zone: 'Europe/Luxembourg' };

const all: FsuQuantity = { pieces: 10, kilograms: 1850 };
const six: FsuQuantity = { pieces: 6, kilograms: 1110, ofPieces: 10 };
const four: FsuQuantity = { pieces: 4, kilograms: 740, ofPieces: 10 };

const registration = 'LX-TLN';

/**
 * Handsets from Zhengzhou to Luxembourg on one air waybill: six pieces on the booked flight, four left behind for the
 * next. At the anchor the first part is at Luxembourg and the second in the air.
 */
export function zhengzhouToLuxembourg({ fromAnchor, on, year }: Calendar): Journey {
  const awb: Waybill = {
    number: awbNumber('172', '2611468'),
    origin: cgo,
    destination: lux,
    pieces: 10,
    kilograms: 1850,
  };
  const declaration = declarationNumber('4604', year(-3), 'EXPORT', 88_213);
  const firstFlight: FsuFlight = {
    number: 'CV9735',
    from: cgo,
    to: lux,
    departure: fromAnchor(-30.2),
    arrival: fromAnchor(-18.6),
  };
  const secondFlight: FsuFlight = {
    number: 'CV9737',
    from: cgo,
    to: lux,
    departure: fromAnchor(-9.15),
    arrival: fromAnchor(2.35),
  };
  const papers = customs({
    office: '4604',
    bill: awb.number.replace('-', ''),
    declaration,
    parties: { consignor: zhongyuanPhones, consignee: moselleTelecom },
  });
  const onFirst = {
    number: firstFlight.number,
    mode: 'AIR',
    departs: firstFlight.departure,
    arrives: firstFlight.arrival,
  } as const;
  const cargo = {
    sailing: onFirst,
    port: zhengzhouAirport,
    houses: [{ house: null, boxes: [] }],
    pieces: 10,
    grossKg: 1850,
  };

  // prettier-ignore
  const steps = [
    tell('sample-airline', on(-5, '10:00', cgo), 'booked on one flight BKD', fsu(awb, [{ code: 'BKD', flight: firstFlight, quantity: all }])),
    tell('customs-single-window', on(-3, '16:40', cgo), 'advance manifest 预配舱单', papers.manifest('MT2201', cargo)),
    tell('customs-single-window', on(-3, '16:44', cgo), 'advance manifest accepted', papers.manifestReceipt('MT2201', 'ACCEPTED', onFirst, [null])),
    tell('sample-airline', fromAnchor(-49), 'freight on hand FOH', fsu(awb, [{ code: 'FOH', airport: cgo, at: fromAnchor(-49), quantity: all }])),
    tell('customs-single-window', fromAnchor(-48), 'arrival report 运抵报告', papers.manifest('MT3201', cargo)),
    tell('customs-single-window', fromAnchor(-47.9), 'arrival report accepted', papers.manifestReceipt('MT3201', 'ACCEPTED', onFirst, [null])),
    tell('sample-airline', fromAnchor(-46), 'received from the shipper RCS', fsu(awb, [{ code: 'RCS', airport: cgo, at: fromAnchor(-46), quantity: all, party: 'ZHONGYUAN HANDSET' }])),
    tell('customs-single-window', fromAnchor(-45), 'declaration received 入库', papers.declarationReceipt('RECEIVED', onFirst)),
    tell('customs-single-window', fromAnchor(-44.2), 'declaration assessed 审结', papers.declarationReceipt('ASSESSED', onFirst)),
    tell('customs-single-window', fromAnchor(-43.5), 'declaration released 放行', papers.declarationReceipt('RELEASED', onFirst)),
    tell('sample-airline', fromAnchor(-33), 'six pieces manifested, four short-shipped', fsu(awb, [
      { code: 'MAN', flight: firstFlight, quantity: six },
      { code: 'DIS', flight: firstFlight, airport: cgo, at: fromAnchor(-33), reason: 'SSPD', quantity: four },
    ])),
    tell('customs-single-window', fromAnchor(-31), 'loading manifest 装载舱单', papers.manifest('MT4201', cargo)),
    tell('sample-airline', firstFlight.departure, 'first part departs DEP', fsu(awb, [{ code: 'DEP', flight: firstFlight, quantity: six }])),
    tell('sample-airline', fromAnchor(-26), 'four pieces booked on the next flight', fsu(awb, [{ code: 'BKD', flight: secondFlight, quantity: four }])),
    tell('sample-airline', firstFlight.arrival, 'first part lands ARR', fsu(awb, [{ code: 'ARR', flight: firstFlight, at: firstFlight.arrival, quantity: six }])),
    tell('sample-airline', fromAnchor(-16), 'first part checked in RCF', fsu(awb, [{ code: 'RCF', flight: firstFlight, at: fromAnchor(-16), quantity: six }]), { again: 2 * HOUR }),
    tell('sample-airline', fromAnchor(-11.4), 'second part manifested MAN', fsu(awb, [{ code: 'MAN', flight: secondFlight, quantity: four }])),
    tell('sample-airline', secondFlight.departure, 'second part departs DEP', fsu(awb, [{ code: 'DEP', flight: secondFlight, quantity: four }])),
    tell('sample-airline', secondFlight.departure + 9 * MINUTE, 'second part airborne MVT', airborne(secondFlight, registration, 9)),
    tell('sample-airline', secondFlight.arrival, 'second part lands ARR', fsu(awb, [{ code: 'ARR', flight: secondFlight, at: secondFlight.arrival, quantity: four }])),
    tell('sample-airline', fromAnchor(4.2), 'second part checked in RCF', fsu(awb, [{ code: 'RCF', flight: secondFlight, at: fromAnchor(4.2), quantity: four }])),
    tell('sample-airline', fromAnchor(5.4), 'consignee notified NFD, papers handed over AWD', fsu(awb, [
      { code: 'NFD', airport: lux, at: fromAnchor(5.1), quantity: all },
      { code: 'AWD', airport: lux, at: fromAnchor(5.4), quantity: all },
    ])),
    tell('sample-airline', fromAnchor(9.2), 'cleared by customs CCD', fsu(awb, [{ code: 'CCD', airport: lux, at: fromAnchor(9.2), quantity: all }])),
    tell('customs-single-window', fromAnchor(12), 'declaration closed 结关', papers.declarationReceipt('CLOSED', onFirst)),
    tell('sample-airline', fromAnchor(14.5), 'delivered DLV', fsu(awb, [{ code: 'DLV', airport: lux, at: fromAnchor(14.5), quantity: all, party: 'MOSELLE TELECOM' }])),
  ];

  const movers: Journey['movers'] = [
    {
      source: 'adsb-receivers',
      what: `ADS-B: ${registration}`,
      lane: zhengzhouToLuxembourgByAir,
      departs: secondFlight.departure,
      arrives: secondFlight.arrival,
      every: 10 * MINUTE,
      report: adsb('4d03f7', registration, 'CLX9737'),
    },
  ];
  // prettier-ignore
  const numbers: Journey['numbers'] = [
    { kind: 'AWB', number: awb.number, noteEn: 'Split shipment by air: six pieces arrived, four in flight', noteZh: '空运分批：六件已到，四件在飞' },
    { kind: 'DECLARATION', number: declaration, noteEn: 'Its export declaration', noteZh: '该票出口报关单' },
  ];
  return { letter: 'D', title: 'Zhengzhou–Luxembourg', steps, sailings: [], movers, numbers };
}
