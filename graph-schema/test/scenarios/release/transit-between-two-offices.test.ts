import { describe, expect, it } from 'vitest';
import type { EventCode } from '../../../src/domain/event-code.ts';
import { placeRef } from '../../../src/domain/claim.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ship, told, train } from '../../../src/testing/journey-story.ts';
import { at, santos, shanghai } from '../../../src/testing/sample-locations.ts';
import { leafOf, readinessOf, showEach } from './readiness-story.ts';

// 转关: discharged at Shanghai, carried by rail under customs transit, declared at Chengdu.
const bill = 'MASTER_BILL:COSU6417702388';
const transit = 'TRANSIT:2202202600057713';
const declaration = 'DECLARATION:790220261000033506';
const box = 'CSNU6190340';
const on = ship('SAKURA', '228W', '9074729');
const wagon = train('X8712', '2026-11-20');
const wusong = placeRef({ unLocode: 'CNSGH', customsOffice: '2202' });
const chengdu = placeRef({ unLocode: 'CNCDU', customsOffice: '7902' });
const inTransit = (code: EventCode, when: string, where = wusong) => told('CUSTOMS', code, when, where, { paper: transit }); // prettier-ignore
const declared = (code: EventCode, when: string) =>
  told('CUSTOMS', code, when, chengdu, { paper: declaration });

const landed: FactClaim[] = [
  told('CARRIER', 'LOADED', '2026-10-13 15:50', santos, { box, load: 'FULL', on, paper: bill }),
  told('CUSTOMS', 'MANIFEST_ACCEPTED', '2026-11-10 15:50', shanghai, { paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-11-16 16:02', at(shanghai, 'YSGD'), {
    box,
    load: 'FULL',
    on,
    paper: bill,
  }),
  told('CUSTOMS', 'ARRIVAL_REPORT_ACCEPTED', '2026-11-16 19:04', shanghai, { paper: bill }),
  inTransit('TRANSIT_DECLARED', '2026-11-17 09:40'),
  told('RAIL', 'BOOKED', '2026-11-17 10:00', shanghai, { box, on: wagon, from: shanghai, to: chengdu }),
];
const released = inTransit('TRANSIT_RELEASED', '2026-11-18 14:20');
const onRail: FactClaim[] = [
  told('TERMINAL', 'GATED_OUT', '2026-11-20 00:07', at(shanghai, 'YSGD'), { box, load: 'FULL', paper: bill }),
  told('RAIL', 'DEPARTED', '2026-11-20 11:07', shanghai, { box, on: wagon, to: chengdu }),
];
const came: FactClaim[] = [
  told('RAIL', 'DISCHARGED', '2026-11-25 02:00', chengdu, { box, on: wagon }),
  inTransit('TRANSIT_ARRIVED', '2026-11-25 09:00', chengdu),
];
const order = told('CARRIER', 'DO_ISSUED', '2026-11-26 09:00', null, { paper: bill });

describe('a box in customs transit', () => {
  it('must leave two places: the port by its transit, the destination by its declaration', () => {
    expect(showEach(readinessOf(bill, landed))).toEqual([
      'CSNU6190340 CNSGH TRANSIT NOT_READY TRANSIT CUSTOMS',
      'CSNU6190340 CNCDU NOT_READY ARRIVAL_REPORT CARRIER',
    ]);
    expect(showEach(readinessOf(bill, [...landed, released]))).toEqual([
      'CSNU6190340 CNSGH TRANSIT READY',
      'CSNU6190340 CNCDU NOT_READY ARRIVAL_REPORT CARRIER',
    ]);
    expect(showEach(readinessOf(bill, [...landed, released, ...onRail]))).toEqual([
      'CSNU6190340 CNSGH TRANSIT LEFT',
      'CSNU6190340 CNCDU NOT_READY ARRIVAL_REPORT CARRIER',
    ]);
    expect(showEach(readinessOf(bill, [...landed, released, ...onRail, ...came, order]))).toEqual([
      'CSNU6190340 CNSGH TRANSIT LEFT',
      'CSNU6190340 CNCDU NOT_READY DECLARATION DECLARANT',
    ]);
    const done = [
      ...landed,
      released,
      ...onRail,
      ...came,
      order,
      declared('DECL_RELEASED', '2026-11-26 11:00'),
    ];
    expect(showEach(readinessOf(bill, done))).toEqual([
      'CSNU6190340 CNSGH TRANSIT LEFT',
      'CSNU6190340 CNCDU READY',
    ]);
  });

  it('is not let out of the port by its declaration', () => {
    const [port, inland] = readinessOf(bill, [
      ...landed,
      declared('DECL_RELEASED', '2026-11-17 11:00'),
      order,
    ]);
    expect([port?.verdict, port?.blocking?.kind]).toEqual(['NOT_READY', 'TRANSIT']);
    expect([inland?.blocking?.kind, leafOf(inland, 'DECLARATION')?.state]).toEqual(['TERMINAL', 'MET']);
  });

  it('is held where it is declared, not at the port', () => {
    const held = [...landed, declared('DECL_RECEIVED', '2026-11-17 11:00'), declared('DECL_SELECTED', '2026-11-17 12:00')]; // prettier-ignore
    expect(readinessOf(bill, [...held, released]).map((one) => leafOf(one, 'HOLDS')?.state)).toEqual([
      'MET',
      'BLOCKED',
    ]);
  });

  it('is told apart also where the declaration names the transit beside its own number', () => {
    const release = declared('DECL_RELEASED', '2026-11-26 11:00');
    const both = { ...release, event: { ...release.event, documents: [...inTransit('TRANSIT_DECLARED', '2026-11-17 09:40').event.documents, ...release.event.documents] } }; // prettier-ignore
    const readiness = readinessOf(bill, [...landed, released, ...came, order, both]);
    expect(leafOf(readiness[1], 'DECLARATION')).toMatchObject({ state: 'MET', document: declaration });
    expect(readiness[1]?.verdict).toBe('READY');
  });

  it('is an ordinary import again once the transit is cancelled', () => {
    const cancelled = inTransit('TRANSIT_CANCELLED', '2026-11-17 16:00');
    expect(showEach(readinessOf(bill, [...landed, cancelled]))).toEqual([
      'CSNU6190340 CNSGH NOT_READY DECLARATION DECLARANT',
    ]);
  });
});
