import { describe, expect, it } from 'vitest';
import { readMoment } from './moment.ts';

describe('times of platforms', () => {
  it.each([
    ['1795224600', '2026-11-21T01:30:00', 'UTC'],
    ['1795224600123', '2026-11-21T01:30:00', 'UTC'],
    ['261121093000', '2026-11-21T09:30:00', null],
    ['202611210930', '2026-11-21T09:30:00', null],
    ['2026-11-21 09:30:00', '2026-11-21T09:30:00', null],
    ['2026-11-21T09:30:00+08:00', '2026-11-21T09:30:00', '+08:00'],
  ])('%s', (written, local, explicitZone) => {
    expect(readMoment(written)).toEqual({ local, precision: 'MINUTE', explicitZone });
  });

  it('is null for what is no time', () => {
    expect(readMoment('soon')).toBeNull();
  });
});
