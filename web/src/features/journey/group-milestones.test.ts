import { describe, expect, it } from 'vitest';
import { boxesOf, groupMilestones, voicesOf } from './group-milestones.ts';
import type { Voice } from './shipment.graphql.ts';
import { sampleMilestone, samplePlace } from './testing/sample-milestone.ts';

const box = (id: string, equipmentReference: string, given = {}) =>
  sampleMilestone(id, '2026-11-17T09:28', { equipmentReference, loadState: 'FULL', ...given });

const paper = (id: string) =>
  sampleMilestone(id, '2026-11-17T09:28', { dimension: 'DOCUMENT', code: 'DECL_RELEASED' });

describe('groupMilestones', () => {
  it('draws the same move of several boxes as one line, boxes in order', () => {
    const [group, ...others] = groupMilestones([box('2', 'TEMU6079348'), box('1', 'CSQU3054383')]);
    expect(others).toEqual([]);
    expect(group?.items.map((one) => one.equipmentReference)).toEqual(['CSQU3054383', 'TEMU6079348']);
  });

  it.each([
    ['another place', { place: samplePlace({ id: 'CNSGH' }) }],
    ['another facility of the place', { place: samplePlace({ facility: 'Other terminal' }) }],
    ['another berth of the terminal', { place: samplePlace({ berth: '8' }) }],
    ['an estimate', { classifier: 'ESTIMATED' }],
    ['an empty box', { loadState: 'EMPTY' }],
    ['what is only inherited', { inherited: true }],
    ['what nobody told', { derived: true }],
  ])('keeps %s apart', (_, given) => {
    expect(groupMilestones([box('1', 'CSQU3054383'), box('2', 'TEMU6079348', given)])).toHaveLength(2);
  });

  it('never puts documents together: each is told on its own', () => {
    expect(groupMilestones([paper('1'), paper('2')])).toHaveLength(2);
  });
});

it('names every box once, whether reports came one by one or together', () => {
  const [group] = groupMilestones([
    sampleMilestone('1', '2026-11-17T09:28', { containers: ['TEMU6079348', 'CSQU3054383'] }),
  ]);
  expect(group && boxesOf(group)).toEqual(['CSQU3054383', 'TEMU6079348']);
});

it('names each source of a group once', () => {
  const voice = (id: string): Voice => ({
    eventId: id,
    source: { id, name: id, nameZh: null, kind: 'TERMINAL' },
    time: box('x', 'x').time,
    place: null,
    rawCode: null,
    messageRef: null,
    evidence: { rawId: '', format: '', receivedAt: '', sha256: '', before: '', span: '', after: '' },
  });
  const [group] = groupMilestones([
    box('1', 'CSQU3054383', { voices: [voice('terminal'), voice('carrier')] }),
    box('2', 'TEMU6079348', { voices: [voice('terminal')] }),
  ]);
  expect(group && voicesOf(group).map(({ id }) => id)).toEqual(['terminal', 'carrier']);
});
