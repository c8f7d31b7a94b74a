import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ship, told, train } from '../../../src/testing/journey-story.ts';
import { at, customsOffice, santos, shanghai, xianStation } from '../../../src/testing/sample-locations.ts';

// 转关: discharged at Shanghai, carried under customs transit, declared where it goes. Two releases, two offices.
export const bill = 'MASTER_BILL:COSU6400000033';
const transit = 'TRANSIT:2202202600000017';
const declaration = 'DECLARATION:790220261000000019';
const [wusong, chengdu] = [customsOffice('2202'), customsOffice('7902')];
const box = 'CSNU6190340';
const vessel = ship('SAKURA', '228W', '9074729');
const inlandTrain = train('X8712', '2026-11-20');

export const story: FactClaim[] = [
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
