import { describe, expect, it } from 'vitest';
import { groupExceptions } from './group-exceptions.ts';
import { sampleException } from './testing/sample-judged.ts';

const waits = (box: string, given: Parameters<typeof sampleException>[1] = {}) =>
  sampleException('DWELL_OVER_LIMIT', {
    id: box,
    of: 'DESTINATION',
    containers: [box],
    evidence: [box],
    ...given,
  });

describe('groupExceptions', () => {
  it('tells of boxes that lie too long as one thing, since the first of them did', () => {
    const [all, ...others] = groupExceptions([
      waits('CBHU3804220', { openedAt: '2026-11-20T08:00:00Z' }),
      waits('CBHU3804175', { openedAt: '2026-11-20T06:00:00Z' }),
    ]);
    expect(others).toEqual([]);
    expect(all?.containers).toEqual(['CBHU3804175', 'CBHU3804220']);
    expect(all?.openedAt).toBe('2026-11-20T06:00:00Z');
    expect(all?.evidence).toEqual(['CBHU3804220', 'CBHU3804175']);
  });

  it('keeps what is over from what lasts, and what is grave from what is not', () => {
    const over = waits('B', { closedAt: '2026-11-21T00:00:00Z' });
    const grave = waits('C', { severity: 'CRITICAL' });
    expect(groupExceptions([waits('A'), over, grave])).toEqual([waits('A'), over, grave]);
  });

  it('keeps the seal of each box apart', () => {
    const seal = (box: string) => {
      const plain = sampleException('SEAL_CHANGED', { containers: [box] });
      return { ...plain, figures: { ...plain.figures, sealsBefore: '1', sealsAfter: '2' } };
    };
    expect(groupExceptions([seal('A'), seal('B')])).toHaveLength(2);
  });
});
