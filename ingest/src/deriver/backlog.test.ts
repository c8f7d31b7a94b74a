import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from './backlog.ts';

describe('Backlog', () => {
  it('keeps the turn of one that is touched again and again', () => {
    const backlog = new Backlog(0);
    for (let seq = 1; seq <= 50; seq += 1) backlog.touch(seq, ['a'], seq * 10 + 300);
    expect(backlog.due(309, 10)).toEqual([]);
    expect(backlog.due(310, 10)).toEqual(['a']);
    expect(backlog.read).toBe(50);
  });

  it('is never done beyond what was not derived, in whatever order things happen', () => {
    const step = fc.oneof(
      fc.record({ touch: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }) }),
      fc.record({ pass: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }),
      fc.record({ derive: fc.integer({ min: 1, max: 3 }), stands: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const backlog = new Backlog(0);
        const log: { seq: number; id: string }[] = [];
        const derivedAt = new Map<string, number>();
        let [seq, now, stored] = [0, 0, 0];
        for (const one of steps) {
          now += 100;
          if ('touch' in one) {
            seq += 1;
            for (const id of one.touch) log.push({ seq, id });
            backlog.touch(seq, one.touch, now + 200);
          } else if ('pass' in one) backlog.pass([one.pass], now);
          else {
            const ids = backlog.due(now, one.derive);
            const upTo = backlog.doneUpTo(new Set(ids));
            // A derivation that is not written changes nothing, and they are due again.
            if (!one.stands) continue;
            for (const id of ids) derivedAt.set(id, seq);
            stored = upTo;
            backlog.done(ids);
          }
          for (const { seq: told, id } of log)
            if (told <= stored) expect(derivedAt.get(id) ?? 0).toBeGreaterThanOrEqual(told);
          expect(stored).toBeLessThanOrEqual(backlog.read);
        }
        backlog.done(backlog.due(Infinity, 100));
        expect(backlog.doneUpTo(new Set())).toBe(seq);
      }),
      { numRuns: 300 },
    );
  });
});
