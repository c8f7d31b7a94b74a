import { describe, expect, it } from 'vitest';
import { PORTS } from './geography.ts';
import { markAll } from './mark.ts';
import { untold } from './physics.ts';
import type { Told } from './tellings.ts';
import { DAY_MS, type Run, type Use } from './truth.ts';

const [ningbo, , , , , , rotterdam] = PORTS;
const ship: Run = { mode: 'VESSEL', means: '9074729', number: '114S' };
const use: Use = { id: 1, kind: 'SEA', papers: null, moves: [] };
const START = Date.parse('2026-01-01T00:00:00Z');

/** `4 LOADED FULL`: day, code and load state; a quay move is on the one ship. */
function told(move: string, place = ningbo, given: Partial<Told> = {}): Told {
  const [day = '', code = '', loadState = ''] = move.split(' ');
  const isQuay = code === 'LOADED' || code === 'DISCHARGED';
  return {
    id: move,
    sender: isQuay ? 'QUAY' : 'GATE',
    box: 'TLNU0000016',
    trueBox: 'TLNU0000016',
    at: START + Number(day) * DAY_MS,
    code: code as Told['code'],
    classifier: 'ACTUAL',
    loadState: loadState as Told['loadState'],
    place,
    run: isQuay ? ship : null,
    papers: isQuay ? [['MASTER_BILL', 'A']] : [],
    use,
    wrong: null,
    isLate: false,
    ...given,
  };
}

const voyage = [
  told('4 LOADED FULL'),
  told('30 DISCHARGED FULL', rotterdam),
  told('40 GATED_IN EMPTY', rotterdam),
];
const wrong = (move: string, place = ningbo) => told(move, place, { wrong: 'BOX', use: { ...use, id: 2 } });
const markOf = (message: Told) =>
  markAll({ lives: [], told: [...voyage, message], paperwork: [] }).get(message.id);

describe('moves that nobody told between two that were', () => {
  it('are counted: none, a gate, more than one', () => {
    expect(untold(told('1 GATED_IN FULL'), told('4 LOADED FULL'))).toBe(0);
    expect(untold(told('1 GATED_OUT EMPTY'), told('4 LOADED FULL'))).toBe(1);
    expect(untold(told('1 GATED_IN EMPTY'), told('4 LOADED FULL'))).toBe(2);
  });

  it('do not help where no ship is so fast', () => {
    expect(untold(told('4 LOADED FULL'), told('6 DISCHARGED FULL', rotterdam))).toBe(Infinity);
  });
});

describe('a wrong message', () => {
  it('is contradicted while the box is aboard, and where it cannot be in time', () => {
    expect(markOf(wrong('12 GATED_IN FULL'))).toBe('CONTRADICTED');
    expect(markOf(wrong('41 GATED_OUT EMPTY'))).toBe('CONTRADICTED');
  });

  it('is plausible where nothing speaks against it', () => {
    expect(markOf(wrong('60 GATED_OUT EMPTY', rotterdam))).toBe('PLAUSIBLE');
    expect(markOf(wrong('33 GATED_OUT FULL', rotterdam))).toBe('PLAUSIBLE');
  });
});

describe('a true message', () => {
  it('stays decidable between the papers of its own use', () => {
    expect(markOf(told('33 GATED_OUT FULL', rotterdam))).toBe('TRUE');
  });

  it('is undecidable where the return might as well be of the use before', () => {
    const other = told('50 GATED_IN EMPTY', rotterdam, { use: { ...use, id: 3 } });
    const marks = markAll({ lives: [], told: [...voyage.slice(0, 2), other], paperwork: [] });
    expect(marks.get(other.id)).toBe('UNDECIDABLE');
  });
});
