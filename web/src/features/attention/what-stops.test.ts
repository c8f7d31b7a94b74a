import { describe, expect, it } from 'vitest';
import type { Exception, Proof, Readiness } from '../journey/shipment.graphql.ts';
import { sampleException, sampleProof, sampleReadiness } from './testing/sample-judged.ts';
import { releaseHere, whatStops } from './what-stops.ts';

const duty = sampleProof('DUTY', { state: 'NOT_MET', actor: 'DECLARANT' });
const here = (blocking: Proof | null, given: Partial<Readiness> = {}) =>
  sampleReadiness({ blocking, verdict: blocking ? 'NOT_READY' : 'READY', ...given });
const hold = (code: string, leaf: 'DUTY' | 'HOLDS') =>
  ({ code, leaf, since: '2026-11-18T03:41:00Z', milestoneId: code }) as const;

/** What is listed, in order: the kind of an exception, of a leaf, the code of a hold. */
function listed(exceptions: readonly Exception[], readiness: readonly Readiness[], holds: readonly ReturnType<typeof hold>[] = []): string[] {
  return whatStops({ exceptions: [...exceptions], readiness: [...readiness], blockers: [...holds] }).map((stop) =>
    stop.kind === 'EXCEPTION' ? stop.exception.kind : stop.kind === 'LEAF' ? stop.leaf.kind : stop.hold.code,
  );
} // prettier-ignore

describe('whatStops', () => {
  it('tells a duty that is overdue once, not as an exception, a leaf and a hold', () => {
    const stuck = sampleException('CUSTOMS_STUCK', { of: 'DUTY_DUE' });
    expect(listed([stuck], [here(duty), here(duty)], [hold('DUTY_DUE', 'DUTY')])).toEqual(['CUSTOMS_STUCK']);
    expect(listed([], [here(duty), here(duty)], [hold('DUTY_DUE', 'DUTY')])).toEqual(['DUTY']);
  });

  it('lists what is wrong before what is merely waited for, and other holds last', () => {
    const rolled = sampleException('ROLLED');
    expect(listed([rolled], [here(duty)], [hold('HELD', 'HOLDS')])).toEqual(['ROLLED', 'DUTY', 'HELD']);
  });

  it('leaves out what is over, and what a place far ahead will ask for', () => {
    const over = sampleException('ROLLED', { closedAt: '2026-11-20T00:00:00Z' });
    expect(listed([over], [here(duty, { presence: 'NOT_YET' })])).toEqual([]);
  });

  it('tells of a refusal also before the cargo is there', () => {
    const refused = sampleProof('MANIFEST', { state: 'BLOCKED', actor: 'CARRIER' });
    expect(listed([], [here(refused, { presence: 'NOT_YET' })])).toEqual(['MANIFEST']);
  });
});

describe('releaseHere', () => {
  it('speaks for the box that is worst off where the cargo is', () => {
    const ready = here(null, { container: 'CBHU3804175' });
    const left = here(null, { presence: 'LEFT', verdict: 'LEFT' });
    const unknown = here(null, { container: 'CBHU3804220', verdict: 'UNKNOWN' });
    expect(releaseHere([left, ready])).toBe(ready);
    expect(releaseHere([left, ready, unknown])).toBe(unknown);
    expect(releaseHere([left])).toBeNull();
  });
});
