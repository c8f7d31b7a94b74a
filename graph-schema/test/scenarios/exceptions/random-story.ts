import fc from 'fast-check';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { at, customsOffice, ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { measuring, reasoned, sealed } from './show-exceptions.ts';

export const randomAnchor = 'MASTER_BILL:COSU6400000017';
const paper: IdentifierKey = randomAnchor;
const declaration = 'DECLARATION:310420261000000014';
const transit = 'TRANSIT:2202202600000017';
const [one, two] = ['CSQU3054383', 'CBHU6142088'] as const;
const [kapok, meridian] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483')];
const beilun = customsOffice('3104');
const full = { load: 'FULL', paper } as const;
const planned = { classifier: 'PLANNED', paper } as const;

/** One thing that may be told, at a day and hour that chance chooses around the usual one; `heard` of what is announced. */
type Teller = (when: string, heard: string) => FactClaim;

const TELLERS: readonly (readonly [day: number, tell: Teller])[] = [
  [10, (when, heard) => told('CARRIER', 'DEPARTED', when, ningbo, { ...planned, on: kapok, heard })],
  [18, (when, heard) => told('CARRIER', 'DEPARTED', when, ningbo, { ...planned, on: meridian, heard })],
  [40, (when, heard) => told('CARRIER', 'ARRIVED', when, rotterdam, { ...planned, on: meridian, heard })],
  [33, (when, heard) => told('CARRIER', 'ARRIVED', when, rotterdam, { ...planned, on: kapok, heard })],
  [8, (when, heard) => reasoned(told('CARRIER', 'CUT_OFF', when, ningbo, { ...planned, heard }), 'EDIFACT 2005', '180')],
  [7, (when, heard) => reasoned(told('CARRIER', 'CUT_OFF', when, ningbo, { ...planned, heard }), 'EDIFACT 2005', '649')],
  [5, (when) => told('CARRIER', 'SI_SUBMITTED', when, null, { paper })],
  ...[one, two].flatMap((box): [number, Teller][] => [
    [7, (when) => sealed(told('TERMINAL', 'GATED_IN', when, at(ningbo, 'BLCT3'), { box, ...full }), 'A1111111')],
    [10, (when) => sealed(told('TERMINAL', 'LOADED', when, ningbo, { box, ...full, on: kapok }), 'A1111111')],
    [18, (when) => told('TERMINAL', 'LOADED', when, ningbo, { box, ...full, on: meridian })],
    [25, (when) => sealed(told('TERMINAL', 'DISCHARGED', when, singapore, { box, ...full, on: kapok }), 'B2222222')],
    [40, (when) => told('TERMINAL', 'DISCHARGED', when, rotterdam, { box, ...full, on: meridian })],
    [46, (when) => told('TERMINAL', 'GATED_OUT', when, rotterdam, { box, ...full })],
    [50, (when) => told('TERMINAL', 'GATED_IN', when, rotterdam, { box, load: 'EMPTY' })],
    [45, (when, heard) => reasoned(told('CARRIER', 'FREE_TIME_ENDS', when.slice(0, 10), rotterdam, { ...planned, box, heard }), 'FREE_TIME', 'DETENTION')],
  ]),
  [9, (when) => told('TERMINAL', 'GATED_OUT', when, at(ningbo, 'BLCT3'), { box: two, ...full })],
  [11, (when) => told('TERMINAL', 'GATED_IN', when, ningbo, { box: two, load: 'EMPTY' })],
  [26, (when, heard) => told('CARRIER', 'ARRIVED', when, singapore, { ...planned, on: kapok, heard })],
  ...[0, 4].map((later): [number, Teller] => [26 + later, (when, heard) => told('CARRIER', 'ARRIVED', when, singapore, { classifier: 'ESTIMATED', paper, on: kapok, heard })]),
  [30, (when, heard) => told('CARRIER', 'DEPARTED', when, singapore, { ...planned, on: meridian, heard })],
  [31, (when, heard) => told('CARRIER', 'DEPARTED', when, singapore, { classifier: 'ESTIMATED', paper, on: meridian, heard })],
  [31, (when) => told('CARRIER', 'DEPARTED', when, singapore, { on: meridian, paper })],
  [20, (when) => measuring(told('CARRIER', 'BL_ISSUED', when, ningbo, { paper, pieces: { pieces: 100, grossKg: 20_000 } }), 'SET_POINT', -18)],
  [21, (when) => told('CARRIER', 'MANIFEST_SUBMITTED', when, ningbo, { paper, pieces: { pieces: 98, grossKg: 20_000 } })],
  [24, (when) => told('CARRIER', 'MANIFEST_AMENDED', when, ningbo, { paper, pieces: { pieces: 100, grossKg: 21_000 } })],
  ...[-18, -9, 2, -17].map((degrees, i): [number, Teller] => [26 + i, (when) => measuring(told('CARRIER', 'MEASURED', when, null, { box: one }), 'TEMPERATURE', degrees)]),
  [30, (when) => told('CARRIER', 'CALL_OMITTED', when, rotterdam, { on: meridian, paper })],
  [27, (when) => told('CUSTOMS', 'INSPECTED', when, beilun, { box: one })],
  [12, (when) => told('CARRIER', 'ROLLED', when, ningbo, { paper, on: kapok })],
  [43, (when, heard) => reasoned(told('TERMINAL', 'FREE_TIME_ENDS', when.slice(0, 10), rotterdam, { ...planned, heard }), 'FREE_TIME', 'DEMURRAGE')],
  [6, (when) => told('CUSTOMS', 'DUTY_DUE', when, beilun, { paper: declaration })],
  [10, (when) => told('CUSTOMS', 'DUTY_PAID', when, beilun, { paper: declaration })],
  [7, (when) => told('CUSTOMS', 'DECL_SELECTED', when, beilun, { paper: declaration })],
  [12, (when) => told('CUSTOMS', 'DECL_RELEASED', when, beilun, { paper: declaration })],
  [30, (when, heard) => told('CUSTOMS', 'CUT_OFF', when, null, { classifier: 'PLANNED', paper: transit, heard })],
  [31, (when) => told('CUSTOMS', 'TRANSIT_OVERDUE', when, beilun, { paper: transit })],
  [35, (when) => told('CUSTOMS', 'TRANSIT_ARRIVED', when, beilun, { paper: transit })],
]; // prettier-ignore

const START = Date.parse('2026-10-01T00:00:00Z');
const HOUR_MS = 3_600_000;

/** Any of these things, each some days off its time, with the plans heard before or after. */
export const randomStory: fc.Arbitrary<FactClaim[]> = fc
  .tuple(
    ...TELLERS.map(([day, tell]) =>
      fc.option(
        fc
          .record({
            offHours: fc.integer({ min: -120, max: 240 }),
            heardDay: fc.integer({ min: -10, max: 40 }),
          })
          .map(({ offHours, heardDay }) => {
            const when = new Date(START + day * 24 * HOUR_MS + offHours * HOUR_MS).toISOString();
            const heard = new Date(START + heardDay * 24 * HOUR_MS).toISOString();
            return tell(when.slice(0, 16).replace('T', ' '), heard);
          }),
      ),
    ),
  )
  .map((claims) => claims.filter((claim) => claim !== null));

/** An instant of the story's time, or some weeks after it. */
export const randomInstant: fc.Arbitrary<number> = fc
  .integer({ min: -10 * 24, max: 80 * 24 })
  .map((hours) => START + hours * HOUR_MS);
