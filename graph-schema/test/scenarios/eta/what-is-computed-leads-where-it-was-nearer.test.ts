import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestEta } from '../../../src/domain/eta/best-eta.ts';
import { COMPUTED_SCHEME } from '../../../src/domain/eta/computed-claim.ts';
import { etaSeries } from '../../../src/domain/eta/series.ts';
import { tellingsOf } from '../../../src/domain/eta/telling.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { runsWithin } from '../../../src/domain/journey/same-run.ts';
import { getEtaPolicy } from '../../../src/reference/eta-policy.ts';
import { rotterdam } from '../../../src/testing/sample-locations.ts';
import { eta, etaAt, sailed, showBest, showHistory } from './eta-story.ts';

/** This system computes an arrival, and says whether its past errors let it lead. */
function computed(when: string, heard: string, code: 'PROVEN' | 'UNPROVEN'): FactClaim {
  const claim = eta(when, heard, { by: 'INTERNAL' });
  return { ...claim, event: { ...claim.event, reason: { scheme: COMPUTED_SCHEME, code, text: null } } };
}

describe('what is computed from positions', () => {
  it('stands behind what a carrier estimates as long as it is not proven', () => {
    const story = [
      ...sailed,
      eta('2026-11-29 10:00', '2026-11-05 00:00'),
      computed('2026-11-30 10:00', '2026-11-05 01:00', 'UNPROVEN'),
    ];
    expect(showBest(etaAt('2026-11-05 02:00', story))).toBe('NLRTM 11-29 10:00 ESTIMATED by CARRIER');
  });

  it('leads where it was nearer in the past, and is heard whenever it speaks', () => {
    const story = [
      ...sailed,
      eta('2026-11-29 10:00', '2026-11-05 00:00'),
      computed('2026-11-30 10:00', '2026-11-05 01:00', 'PROVEN'),
      eta('2026-11-29 12:00', '2026-11-06 00:00'),
      computed('2026-11-30 16:00', '2026-11-06 01:00', 'PROVEN'),
      eta('2026-11-28 12:00', '2026-11-07 00:00'),
    ];
    expect(showHistory(etaAt('2026-11-07 02:00', story).history)).toMatchInlineSnapshot(`
      "11-05 00:00 FIRST NLRTM 11-29 10:00
      11-05 01:00 BETTER_SOURCE NLRTM 11-30 10:00
      11-06 01:00 OVER_THRESHOLD NLRTM 11-30 16:00"
    `);
  });

  it('gives the lead up to the carrier once, and does not take it back', () => {
    const story = [
      ...sailed,
      computed('2026-11-30 10:00', '2026-11-05 01:00', 'PROVEN'),
      eta('2026-11-29 12:00', '2026-11-06 00:00'),
      computed('2026-11-30 16:00', '2026-11-07 00:00', 'UNPROVEN'),
      computed('2026-11-30 20:00', '2026-11-08 00:00', 'PROVEN'),
    ];
    expect(showHistory(etaAt('2026-11-09 00:00', story).history)).toMatchInlineSnapshot(`
      "11-05 01:00 FIRST NLRTM 11-30 10:00
      11-07 00:00 BETTER_SOURCE NLRTM 11-29 12:00"
    `);
  });

  it('leads only as long as it speaks', () => {
    const story = [
      ...sailed,
      computed('2026-11-30 10:00', '2026-11-05 01:00', 'PROVEN'),
      eta('2026-11-29 12:00', '2026-11-06 00:00'),
      eta('2026-11-29 18:00', '2026-11-13 00:00'),
    ];
    expect(showBest(etaAt('2026-11-13 01:00', story))).toBe('NLRTM 11-29 18:00 ESTIMATED by CARRIER');
  });

  it('neither takes nor gives up the lead twice, in whatever order it is told', () => {
    const day = fc.integer({ min: 0, max: 20 });
    const one = fc.record({ day, hour: fc.integer({ min: 0, max: 23 }), arrives: day, code: fc.constantFrom('PROVEN' as const, 'UNPROVEN' as const, 'CARRIER' as const) }); // prettier-ignore
    // One arrival is computed once at one instant, proven or not.
    const selector = ({ day: on, hour, arrives, code }: { day: number; hour: number; arrives: number; code: string }) =>
      `${on} ${hour} ${arrives} ${code === 'CARRIER'}`; // prettier-ignore
    const story = fc.uniqueArray(one, { maxLength: 14, selector });
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.nat()), (told, keys) => {
        const two = (number: number) => String(number).padStart(2, '0');
        const claims = told.map(({ day: on, hour, arrives, code }) => {
          const [when, heard] = [
            `2026-12-${two(arrives + 5)} 10:00`,
            `2026-11-${two(on + 5)} ${two(hour)}:00`,
          ];
          return code === 'CARRIER' ? eta(when, heard) : computed(when, heard, code);
        });
        const best = (list: readonly FactClaim[]) => {
          const target = { run: 'VOYAGE:9321483/012W', place: rotterdam };
          const series = etaSeries(tellingsOf(list, target, runsWithin(list)), null);
          return bestEta(series, null, getEtaPolicy(), Date.parse('2026-12-01T00:00:00Z'));
        };
        const key = new Map(claims.map((claim) => [claim, keys.next().value ?? 0]));
        const answer = best(claims);
        expect(best([...claims].sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0)))).toEqual(answer);
        const leads = answer.history.map(({ telling }) => telling.isProven);
        const gained = leads.filter((is, index) => is && leads[index - 1] !== true).length;
        expect(gained).toBeLessThanOrEqual(1);
        expect(answer.history.length).toBeLessThanOrEqual(claims.length);
      }),
      { numRuns: 300 },
    );
  });
});
