import { expect, it } from 'vitest';
import { questionOf } from '../shipments/list-address.ts';
import { hasList, listOfRun } from './run-list.ts';
import type { PortRun } from './ports.graphql.ts';

const run = (told: Partial<PortRun['transport']>): Pick<PortRun, 'transport'> => ({
  transport: {
    mode: 'VESSEL',
    name: null,
    vesselImo: null,
    voyage: null,
    flight: null,
    train: null,
    wagon: null,
    plate: null,
    departureDate: null,
    ...told,
  },
});

it('asks for a ship by its number and voyage, and by its name where no number is told', () => {
  const told = { name: 'SAMPLE MERIDIAN', voyage: '114S' };
  expect(listOfRun('CNNBO', run({ ...told, vesselImo: '9300001' }))).toEqual({ port: 'CNNBO', vessel: '9300001', voyage: '114S' }); // prettier-ignore
  expect(listOfRun('CNNBO', run({ ...told }))).toEqual({ port: 'CNNBO', vessel: 'SAMPLE MERIDIAN', voyage: '114S' }); // prettier-ignore
  expect(listOfRun('CNNBO', run({ name: 'SAMPLE MERIDIAN' }))).toEqual({ port: 'CNNBO', vessel: 'SAMPLE MERIDIAN' }); // prettier-ignore
});

it('asks for a train of one day, and of any where none is told', () => {
  expect(listOfRun('CNCKG', run({ train: 'X8024', departureDate: '2026-11-20' }))).toEqual({ port: 'CNCKG', train: 'X8024@2026-11-20' }); // prettier-ignore
  expect(listOfRun('CNCKG', run({ train: 'X8024' }))).toEqual({ port: 'CNCKG', train: 'X8024' });
});

it('leads nowhere by what may be another run', () => {
  expect(listOfRun('CNNBO', run({ voyage: '114S' }))).toBeNull();
  expect(listOfRun('CNNBO', run({ wagon: '5012345' }))).toBeNull();
});

it('says nothing that the list does not ask of the API', () => {
  const query = listOfRun('CNNBO', run({ name: 'SAMPLE MERIDIAN', voyage: '114S' })) ?? {};
  expect(questionOf(query).filter).toMatchObject(query);
});

it.each([
  ['whoever runs the service', 'OPERATOR', true, [], true],
  ['a trader', 'MEMBER', false, ['PARTY:USCC:91510108MA6CWM5R4C'], true],
  ['who was given shipments by name', 'MEMBER', false, [], true],
  ['a port’s authority', 'MEMBER', false, ['PORT:CNNBO'], false],
  ['a terminal that trades as well', 'MEMBER', false, ['PARTY:USCC:91', 'FACILITY:CNNBO/BLCT3'], false],
  ['whoever did not sign in', 'PUBLIC', false, [], false],
  ['who has a link', 'SHARE_LINK', false, [], false],
] as const)('knows whether %s has a list', (_, kind, seesAll, keys, has) => {
  expect(hasList({ kind, seesAll, keys: [...keys] })).toBe(has);
});

it('has no list where the API is silent', () => {
  expect(hasList(null)).toBe(false);
});
