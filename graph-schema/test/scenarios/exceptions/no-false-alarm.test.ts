import { describe, expect, it } from 'vitest';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { exceptionsOf, heardBy } from './show-exceptions.ts';
import { ordinaryStories } from './ordinary-stories.ts';

const INSTANTS = 50;
const FALSE_HERE = new Set(['ROLLED', 'WRONG_PLACE', 'SEAL_CHANGED', 'LAST_FREE_DAY', 'CUT_OFF_AT_RISK']);

/** Instants from the first claim to some days after the last one, evenly. */
function instantsOf(story: readonly FactClaim[]): number[] {
  const times = story.map((c) => Date.parse(c.event.time.instant));
  const [first, last] = [Math.min(...times), Math.max(...times) + 5 * 86_400_000];
  return Array.from({ length: INSTANTS }, (_, i) => first + ((last - first) * i) / (INSTANTS - 1));
}

describe.each(Object.entries(ordinaryStories))('a journey %s', (_, { anchor, story }) => {
  it('raises no alarm about ship, port, seal, free time or cut-off at any time', () => {
    const raised = instantsOf(story).flatMap((now) =>
      exceptionsOf(anchor, heardBy(story, now), now).exceptions.filter((e) => FALSE_HERE.has(e.kind)),
    );
    expect(raised).toEqual([]);
  });
});

it('the transit that customs call overdue is told as such, and only for as long as it was', () => {
  const { anchor, story } = ordinaryStories['under customs transit'] ?? { anchor: 'TRANSIT:', story: [] };
  const now = Date.parse('2026-11-27T00:00:00Z');
  const { exceptions } = exceptionsOf(anchor, story, now);
  expect(exceptions.map((e) => [e.kind, new Date(e.openedAt).toISOString(), new Date(e.closedAt ?? 0).toISOString()])).toEqual([
    ['TRANSIT_OVERDUE', '2026-11-24T01:00:00.000Z', '2026-11-25T01:00:00.000Z'],
  ]); // prettier-ignore
});
