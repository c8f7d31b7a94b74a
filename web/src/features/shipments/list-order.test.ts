import { expect, it } from 'vitest';
import { columnsOf, columnsText, orderOf, sortedBy, USUAL_COLUMNS } from './list-order.ts';

it('goes the usual way of what it is sorted by, unless the address says the other', () => {
  expect(orderOf({})).toEqual({ by: 'URGENCY', direction: 'DESCENDING' });
  expect(orderOf({ sort: 'ARRIVAL' })).toEqual({ by: 'ARRIVAL', direction: 'ASCENDING' });
  expect(orderOf({ sort: 'PHASE' })).toEqual({ by: 'PHASE', direction: 'ASCENDING' });
  expect(orderOf({ sort: 'LOUD', direction: 'UP' })).toEqual({ by: 'URGENCY', direction: 'DESCENDING' });
  expect(orderOf({ sort: 'ARRIVAL', direction: 'DESCENDING' }).direction).toBe('DESCENDING');
});

it('a head sorts its usual way, pressed again the other, and again back; from the start of the same list', () => {
  const first = sortedBy({ bill: 'COSU*', after: 'x', sort: 'CHANGED', direction: 'ASCENDING' }, 'ARRIVAL');
  expect(first).toEqual({ bill: 'COSU*', sort: 'ARRIVAL' });
  const second = sortedBy(first, 'ARRIVAL');
  expect(second).toEqual({ bill: 'COSU*', sort: 'ARRIVAL', direction: 'DESCENDING' });
  expect(sortedBy(second, 'ARRIVAL')).toEqual(first);
});

it('the head of what a list is sorted by anyway turns it round at once', () => {
  expect(sortedBy({}, 'URGENCY')).toEqual({ sort: 'URGENCY', direction: 'ASCENDING' });
});

it('the usual columns are no choice', () => {
  expect(columnsOf({ columns: 'changed,phase,evil' })).toEqual(['phase', 'changed']);
  expect(columnsOf({ columns: 'evil' })).toBe(USUAL_COLUMNS);
  expect(columnsText(['attention', 'eta', 'next', 'place', 'phase'])).toBeNull();
  expect(columnsText([])).toBeNull();
  expect(columnsText(['eta', 'phase'])).toBe('phase,eta');
});
