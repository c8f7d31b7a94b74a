import { describe, expect, it } from 'vitest';
import { fieldValue, readAsOf } from './read-as-of.ts';

describe('the instant in an address', () => {
  it('is read with its zone, and nothing else is an instant', () => {
    expect(readAsOf('2026-11-16T10:00:00Z')).toBe('2026-11-16T10:00:00.000Z');
    expect(readAsOf('2026-11-16T18:00:00+08:00')).toBe('2026-11-16T10:00:00.000Z');
    for (const text of [undefined, '', 'yesterday', '16', '2026-13-40T99:00:00Z'])
      expect(readAsOf(text)).toBeNull();
  });

  it('comes back from the field that shows it', () => {
    const shown = fieldValue('2026-11-16T10:00:00.000Z');
    expect(new Date(shown).toISOString()).toBe('2026-11-16T10:00:00.000Z');
  });
});
