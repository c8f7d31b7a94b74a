import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ship, told, train } from '../../../src/testing/journey-story.ts';
import {
  at,
  chongqing,
  duisburgStation,
  qinzhou,
  rotterdam,
  xianStation,
} from '../../../src/testing/sample-locations.ts';

// 铁水联运: by rail to the port of Qinzhou, by ship to Rotterdam, by rail up the Rhine. One box, two rail notes, one bill.
export const bill = 'MASTER_BILL:COSU6400000025';
const [note, rhineNote] = ['RAIL_NOTE:26470000', 'RAIL_NOTE:55210000'] as const;
const box = 'CBHU6142088';
const corridor = train('X9563', '2026-10-21');
const vessel = ship('MERIDIAN', '012W', '9321483');
const rhine = train('41370', '2026-12-01');
const inland = { from: xianStation, to: qinzhou };

export const story: FactClaim[] = [
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
