import { describe, expect, it } from 'vitest';
import type { EventCode } from '../event-code.ts';
import type { IdentifierKey } from '../identifier.ts';
import { told } from '../../testing/journey-story.ts';
import { longBeach, ningbo } from '../../testing/sample-locations.ts';
import { getHolds } from '../../reference/holds.ts';
import { blockersOf } from './blockers.ts';
import { milestonesOf } from './milestone.ts';
import { runsWithin } from './same-run.ts';

const chinese = 'DECLARATION:310420261000000014';
const american = 'DECLARATION:23100012345';
const bill = 'MASTER_BILL:COSU6400000082';

/** What still stops the cargo after each was told in turn, an hour apart, about one paper or about the one named. */
function standing(...steps: readonly (readonly [EventCode, IdentifierKey])[]): EventCode[] {
  const claims = steps.map(([code, paper], index) =>
    told('CUSTOMS', code, `2026-11-18 1${index}:00`, paper === american ? longBeach : ningbo, { paper }),
  );
  return blockersOf(milestonesOf(claims, runsWithin(claims)), getHolds()).map((blocker) => blocker.code);
}

describe('a hold of customs', () => {
  it('on a Chinese declaration ends with its release, as no receipt says that it is lifted', () => {
    expect(standing(['CUSTOMS_HOLD_PLACED', chinese])).toEqual(['CUSTOMS_HOLD_PLACED']);
    expect(standing(['CUSTOMS_HOLD_PLACED', chinese], ['DECL_RELEASED', chinese])).toEqual([]);
    expect(standing(['DECL_RELEASED', chinese], ['CUSTOMS_HOLD_PLACED', chinese])).toEqual([
      'CUSTOMS_HOLD_PLACED',
    ]);
  });

  it('elsewhere stands beside a release until it is lifted', () => {
    expect(standing(['CUSTOMS_HOLD_PLACED', american], ['DECL_RELEASED', american])).toEqual([
      'CUSTOMS_HOLD_PLACED',
    ]);
    expect(standing(['CUSTOMS_HOLD_PLACED', american], ['CUSTOMS_HOLD_LIFTED', american])).toEqual([]);
  });

  it.each(['DECL_CLOSED', 'DECL_CANCELLED'] as const)(
    'ends with %s of the same paper, and of no other',
    (end) => {
      expect(standing(['CUSTOMS_HOLD_PLACED', american], [end, american])).toEqual([]);
      expect(standing(['CUSTOMS_HOLD_PLACED', american], [end, chinese])).toEqual(['CUSTOMS_HOLD_PLACED']);
    },
  );
});

describe.each(['MANIFEST_NO_LOAD', 'MANIFEST_NO_DISCHARGE'] as const)('%s', (forbidden) => {
  it('stops the cargo until customs accept or release the manifest after all', () => {
    expect(standing([forbidden, bill])).toEqual([forbidden]);
    expect(standing([forbidden, bill], ['MANIFEST_ACCEPTED', bill])).toEqual([]);
    expect(standing([forbidden, bill], ['MANIFEST_RELEASED', bill])).toEqual([]);
  });

  it('is not undone by what was accepted before', () => {
    expect(standing(['MANIFEST_ACCEPTED', bill], [forbidden, bill])).toEqual([forbidden]);
  });
});
