import { expect, it } from 'vitest';
import type { EventCode } from '../event-code.ts';
import { doubtOf } from './rule-doubt.ts';

it('a rule whose numbers could not be read means no cargo', () => {
  expect(doubtOf({ numbers: [] })).toBe('NO_NUMBER');
  expect(doubtOf({ numbers: null })).toBeNull();
  expect(doubtOf({})).toBeNull();
  // It means what is in the list.
  expect(doubtOf({ numbers: [], watchList: 'wtl_1' })).toBeNull();
  expect(doubtOf({ numbers: ['CONTAINER:CBHU3804175'] })).toBeNull();
});

it('a status that there is none of never happens', () => {
  expect(doubtOf({ codes: ['GATED_OUT', 'GATE_OUT' as EventCode] })).toBe('UNKNOWN_CODE');
  expect(doubtOf({ codes: ['GATED_OUT'] })).toBeNull();
});
