import { expect, it } from 'vitest';
import type { Milestone, Shipment } from '../journey/shipment.graphql.ts';
import { sampleMilestone } from '../journey/testing/sample-milestone.ts';
import { freshMilestones } from './fresh-milestones.ts';

const gate = sampleMilestone('gate', '2026-11-17T09:28');

function shipment(logistics: Milestone[], documents: Milestone[] = []): Shipment {
  return { journey: { logistics, documents } } as unknown as Shipment;
}

it('is what was not there before, on either line', () => {
  const release = sampleMilestone('release', '2026-11-17T16:00', { dimension: 'DOCUMENT' });
  expect([...freshMilestones(shipment([gate]), shipment([gate], [release]))]).toEqual(['release']);
});

it('is what now says something else: an estimate that became actual', () => {
  const before = shipment([{ ...gate, classifier: 'ESTIMATED' }]);
  expect([...freshMilestones(before, shipment([gate]))]).toEqual(['gate']);
});

it('is nothing when the same is told again', () => {
  expect(freshMilestones(shipment([gate]), shipment([{ ...gate, voices: [...gate.voices] }])).size).toBe(0);
});
