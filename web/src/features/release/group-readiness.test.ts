import { describe, expect, it } from 'vitest';
import { sampleProof, sampleReadiness } from '../attention/testing/sample-judged.ts';
import { samplePlace } from '../journey/testing/sample-milestone.ts';
import { groupReadiness } from './group-readiness.ts';

const box = (container: string, given: Parameters<typeof sampleReadiness>[0] = {}) =>
  sampleReadiness({ container, ...given });
const leaf = (state: 'MET' | 'NOT_MET', number: string | null = null) => ({
  ...sampleProof('DECLARATION', {
    state,
    document: number ? { scheme: 'DECLARATION', value: number } : null,
  }),
  parts: [],
});
const groups = (...readiness: Parameters<typeof groupReadiness>[0]) =>
  groupReadiness(readiness).map(({ head, containers }) =>
    [head.place?.id, head.verdict, ...containers].join(' '),
  );

describe('groupReadiness', () => {
  it('draws boxes that stand alike as one line, boxes in order', () => {
    expect(groups(box('CBHU3804220'), box('CBHU3804175'))).toEqual(['CNNBO READY CBHU3804175 CBHU3804220']);
  });

  it('keeps boxes apart that wait for other papers, though the verdict is the same', () => {
    const waiting = (container: string, number: string) =>
      box(container, { verdict: 'NOT_READY', proof: { parts: [leaf('NOT_MET', number)] } });
    expect(groups(waiting('A', '1'), waiting('B', '2'))).toHaveLength(2);
    expect(groups(waiting('A', '1'), waiting('B', '1'))).toHaveLength(1);
  });

  it('shows where the cargo is first, then what lies ahead, then what it has left', () => {
    const chengdu = samplePlace({ id: 'CNCTU' });
    const left = box('A', { presence: 'LEFT', verdict: 'LEFT' });
    const ahead = box('A', { presence: 'NOT_YET', verdict: 'NOT_READY', place: chengdu });
    expect(groups(left, ahead)).toEqual(['CNCTU NOT_READY A', 'CNNBO LEFT A']);
    expect(groups(left, ahead, box('B'))[0]).toBe('CNNBO READY B');
  });

  it('is a line too for a cargo without boxes', () => {
    expect(groups(sampleReadiness())).toEqual(['CNNBO READY']);
  });
});
