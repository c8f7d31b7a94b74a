import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { told, train } from '../../../src/testing/journey-story.ts';
import {
  altynkolStation,
  duisburgStation,
  khorgosStation,
  malaszewiczeStation,
  xianStation,
} from '../../../src/testing/sample-locations.ts';

// 中欧班列: one box from Xi'an to Duisburg. The gauge changes at Altynkol and at Małaszewicze, and with it the train.
export const note = 'RAIL_NOTE:26600000';
const box = 'TBJU4182505';
const chinese = train('X8157', '2026-11-12');
const broad = train('1418', '2026-11-17');
const european = train('43206', '2026-11-24');
const toDuisburg = { from: xianStation, to: duisburgStation };

export const story: FactClaim[] = [
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
