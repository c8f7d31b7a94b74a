import { describe, expect, it } from 'vitest';
import { inForceAt, turnsIn } from './in-force.ts';

const at = (instant: string) => Date.parse(instant);

describe('what a file of rules says of an instant', () => {
  const file = {
    version: '2026-11',
    rows: [
      { kind: 'DWELL', hours: 240, validTo: '2027-01-01T00:00+08:00' },
      { kind: 'DWELL', hours: 120, validFrom: '2027-01-01T00:00+08:00' },
      { kind: 'ROLLED', hours: 72 },
    ],
    organisations: { forwarder: { validFrom: '2026-12-01', rows: [] } },
  };

  it('is what is in force then, without the dates', () => {
    const before = inForceAt(file, at('2026-12-31T15:59:59Z'));
    const after = inForceAt(file, at('2026-12-31T16:00:00Z'));
    expect(before).toMatchObject({ rows: [{ kind: 'DWELL', hours: 240 }, { kind: 'ROLLED', hours: 72 }] }); // prettier-ignore
    expect(after).toMatchObject({
      rows: [
        { kind: 'DWELL', hours: 120 },
        { kind: 'ROLLED', hours: 72 },
      ],
    });
    expect(JSON.stringify(after)).not.toContain('valid');
  });

  it('has no section that has not begun', () => {
    expect(inForceAt(file, at('2026-11-30T23:59:59Z'))).toMatchObject({ organisations: {} });
    expect(inForceAt(file, at('2026-12-01T00:00:00Z'))).toMatchObject({ organisations: { forwarder: { rows: [] } } }); // prettier-ignore
  });

  it('changes at the dates that stand in it, and at no other', () => {
    expect(turnsIn(file)).toEqual([at('2026-12-01T00:00:00Z'), at('2026-12-31T16:00:00Z')]);
    expect(turnsIn({ rows: [{ hours: 1 }] })).toEqual([]);
  });

  it.each([
    ['a local time without an offset', { validFrom: '2027-01-01T00:00' }, 'nor an instant'],
    ['no date', { validFrom: 'next year' }, 'nor an instant'],
    ['an end before the beginning', { validFrom: '2027-01-02', validTo: '2027-01-01' }, 'ends before'],
  ])('is refused with %s', (_, row, message) => {
    expect(() => turnsIn({ rows: [row] })).toThrow(message);
  });
});
