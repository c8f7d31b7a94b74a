import { isWanted } from 'graph-schema/domain/feed/feed-filter';
import { told } from 'graph-schema/testing/journey-story';
import { ningbo } from 'graph-schema/testing/sample-locations';
import { expect, it } from 'vitest';
import { namesFor } from './names-for.ts';
import type { ToldEntry } from './told-batch.ts';

const claim = told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { box: 'CSQU3054383', paper: 'MASTER_BILL:COSU6400000017' }); // prettier-ignore
const entry = (kind: ToldEntry['kind']) => ({ shipment: 's1', kind, claims: [claim], codes: [], derived: null }); // prettier-ignore
const nothing = { aliases: [], numbers: [] };

it.each([
  ['WITHDRAWN', 'MASTER_BILL:COSU6400000017', true],
  ['WITHDRAWN', 'CONTAINER:CSQU3054383', true],
  ['WITHDRAWN', 'MASTER_BILL:COSU6400000024', false],
  ['ADDED', 'MASTER_BILL:COSU6400000017', false],
] as const)('%s of a shipment that has no number any more is meant by %s: %s', (kind, number, isMeant) => {
  const filter = { numbers: [number] };
  expect(isWanted(entry(kind), namesFor(entry(kind), nothing, filter), filter)).toBe(isMeant);
});
