import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForAsker, noteSight, sightChange, type SightLog } from './sight-log.ts';

const KEYS = ['PARTY:A', 'PARTY:B', 'PORT:CNNBO', 'OFFICE:3104'];
/** Which keys open it after each batch of its lane. */
const history = fc.array(fc.subarray(KEYS), { minLength: 1, maxLength: 12 });

interface Told {
  readonly seq: number;
  readonly kind: string;
  readonly keys: readonly string[];
}

function play(states: readonly (readonly string[])[]): { log: SightLog; told: Told[] } {
  let log: SightLog = [];
  const told: Told[] = [];
  for (const [index, keys] of states.entries()) {
    const seq = index + 1;
    const change = sightChange(log, keys);
    told.push({ seq, kind: 'ADDED', keys: [] });
    if (change.gained.length > 0) told.push({ seq, kind: 'VISIBLE', keys: change.gained });
    if (change.lost.length > 0) told.push({ seq, kind: 'HIDDEN', keys: change.lost });
    log = noteSight(log, change, seq);
  }
  return { log, told };
}

describe('who is told of a shipment', () => {
  it('is who could see it then and still can, and is told where it opened and closed', () => {
    fc.assert(
      fc.property(history, fc.subarray(KEYS), (states, held) => {
        const { log, told } = play(states);
        const saw = (seq: number) => states[seq - 1]?.some((key) => held.includes(key)) ?? false;
        const sees = saw(states.length);
        const expected = told.filter(({ seq, kind, keys }) => {
          if (kind === 'ADDED') return saw(seq) && sees;
          if (!keys.some((key) => held.includes(key))) return false;
          return kind === 'VISIBLE' ? saw(seq) && !saw(seq - 1) && sees : saw(seq - 1) && !saw(seq);
        });
        expect(told.filter((one) => isForAsker(one, one.seq, log, held))).toEqual(expected);
      }),
    );
  });

  it('is whoever runs the service, always, and never of who else may see it', () => {
    const { log, told } = play([['PARTY:A'], [], ['PARTY:B']]);
    expect(told.filter((one) => isForAsker(one, one.seq, log, 'ALL')).map(({ kind }) => kind)).toEqual(['ADDED', 'ADDED', 'ADDED']); // prettier-ignore
  });

  it('forgets only spans that ended long ago', () => {
    let log: SightLog = [];
    for (let seq = 1; seq <= 1000; seq += 1) log = noteSight(log, sightChange(log, seq % 2 === 0 ? [] : ['PARTY:A']), seq);
    expect(log.length).toBeLessThan(220);
    expect(isForAsker({ kind: 'HIDDEN', keys: ['PARTY:A'] }, 1000, log, ['PARTY:A'])).toBe(true);
  }); // prettier-ignore
});
