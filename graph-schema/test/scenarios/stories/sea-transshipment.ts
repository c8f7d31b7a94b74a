import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { each, ship, told } from '../../../src/testing/journey-story.ts';
import { at, ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';

// Two boxes from Ningbo by feeder to Singapore and by mother vessel to Rotterdam.
export const bill = 'MASTER_BILL:COSU6400000017';
const booking = 'BOOKING:8200000017';
const boxes = ['CSQU3054383', 'CBHU6142088'];
const feeder = ship('KAPOK', '114S', '9074729');
const mother = ship('MERIDIAN', '012W', '9321483');
/** Terminals write the name of a ship and leave its number out. */
const kapok = ship('KAPOK', '114S');
const beilun = at(ningbo, 'BLCT3');

export const story: FactClaim[] = [
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
