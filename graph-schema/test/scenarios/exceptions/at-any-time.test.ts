import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveExceptions } from '../../../src/domain/exceptions/derive-exceptions.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import { getExceptionRules } from '../../../src/reference/exception-rules.ts';
import { getHolds } from '../../../src/reference/holds.ts';
import { factsOf } from '../../../src/testing/journey-story.ts';
import { randomAnchor, randomInstant, randomStory } from './random-story.ts';
import { exceptionsOf, heardBy } from './show-exceptions.ts';

const rules = getExceptionRules();
const YEAR_MS = 365 * 86_400_000;
const of = (claims: Parameters<typeof exceptionsOf>[1], now: number) =>
  exceptionsOf(randomAnchor, claims, now);

describe('exceptions of any story', () => {
  it('stay as they are until the instant that is told, and are others at it', () => {
    let changes = 0;
    fc.assert(
      fc.property(
        randomStory,
        fc.array(randomInstant, { minLength: 20, maxLength: 20 }),
        (story, instants) => {
          for (const now of instants) {
            const heard = heardBy(story, now);
            const { exceptions, changesAt } = of(heard, now);
            if (changesAt === null) {
              expect(of(heard, now + YEAR_MS)).toEqual({ exceptions, changesAt: null });
              continue;
            }
            changes += 1;
            expect(changesAt).toBeGreaterThan(now);
            expect(of(heard, Math.floor((now + changesAt) / 2)).exceptions).toEqual(exceptions);
            expect(of(heard, changesAt - 1).exceptions).toEqual(exceptions);
            expect(of(heard, changesAt).exceptions).not.toEqual(exceptions);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(changes).toBeGreaterThan(500);
  }, 180_000);

  it('do not depend on the order of claims, nor on how often one is told', () => {
    const stories = randomStory.chain((story) =>
      fc.tuple(fc.constant(story), fc.shuffledSubarray(story, { minLength: story.length }), fc.nat()),
    );
    fc.assert(
      fc.property(stories, randomInstant, ([story, shuffled, index], now) => {
        const told = of(story, now);
        expect(of(shuffled, now)).toEqual(told);
        const again = story[index % Math.max(1, story.length)];
        if (!again) return;
        expect(of([...story, again], now)).toEqual(told);
        const facts = factsOf(randomAnchor, story);
        const twice = { ...facts, claims: [...facts.claims, again] };
        expect(deriveExceptions({ ...deriveJourney(twice, now), facts: twice, holds: getHolds(), now }, rules)).toEqual(told); // prettier-ignore
      }),
      { numRuns: 200 },
    );
  }, 180_000);

  it('are told apart by their ids, closed after they opened, and shown by claims of the story', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(randomStory, randomInstant, (story, now) => {
        const { exceptions } = of(story, now);
        const known = new Set(story.map((claim) => claim.id));
        expect(new Set(exceptions.map((e) => e.id)).size).toBe(exceptions.length);
        for (const { kind, openedAt, closedAt, evidence } of exceptions) {
          kinds.add(kind);
          expect(openedAt).toBeLessThanOrEqual(now);
          expect(closedAt ?? now + 1).toBeGreaterThan(openedAt);
          expect(evidence.length).toBeGreaterThan(0);
          expect(evidence.filter((id) => !known.has(id))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(kinds.size).toBeGreaterThanOrEqual(13);
  }, 180_000);
});
