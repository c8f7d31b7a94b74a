import { describe, expect, it } from 'vitest';
import type { CycleClaim } from './cycle-claim.ts';
import { cutCycles } from './cycle-cut.ts';
import type { EventCode } from './event-code.ts';
import type { IdentifierKey } from './identifier.ts';
import type { LoadState } from './tracking-event.ts';

const A = 'MASTER_BILL:A';
const B = 'MASTER_BILL:B';
const KA = 'BOOKING:KA';
const KB = 'BOOKING:KB';
const KAPOK = 'VOYAGE:9074729/114S';
const MERIDIAN = 'VOYAGE:9321483/012W';
const ties: [IdentifierKey, IdentifierKey][] = [
  [KA, A],
  [KB, B],
];

/** `23 GATED_OUT FULL`, with the paper and the run that the claim names. */
type Told = [move: string, paper?: IdentifierKey | null, run?: IdentifierKey];

function claimsOf(told: readonly Told[]): CycleClaim[] {
  return told.map(([move, paper, run]) => {
    const [day = '', code = '', load = null] = move.split(' ');
    return {
      id: paper ? `${move} [${paper.split(':')[1] ?? ''}]` : move,
      at: Date.parse('2026-01-01T00:00:00Z') + Number(day) * 86_400_000,
      code: code as EventCode,
      classifier: 'ACTUAL',
      loadState: load as LoadState | null,
      documents: paper ? [paper] : [],
      listing: false,
      run: run ?? null,
      place: null,
      point: null,
    };
  });
}

/** A paragraph for each use of the box with its papers, then what is parked and why. */
function show(...told: readonly Told[]): string {
  const { cycles, parked } = cutCycles(claimsOf(told), ties);
  const uses = cycles.map((cycle) => [`{${cycle.documents.join(' ')}}`, ...cycle.holds].join('\n'));
  return [...uses, ...[...parked].map(([id, reason]) => `parked ${reason}: ${id}`)].join('\n\n');
}

const seaOfA: Told[] = [
  ['4 LOADED FULL', A],
  ['20 DISCHARGED FULL', A],
  ['23 GATED_OUT FULL'],
  ['26 GATED_IN EMPTY'],
];

describe('a pick-up that names no papers', () => {
  const later: Told[] = [
    ['85 LOADED FULL', A, KAPOK],
    ['110 DISCHARGED FULL', A, KAPOK],
    ['113 GATED_OUT FULL', A],
    ['116 GATED_IN EMPTY'],
  ];

  it('is of the cargo that the box sails with next', () => {
    expect(show(['78 GATED_OUT EMPTY'], ...later)).not.toContain('parked');
  });

  it('waits where a pick-up for that cargo is told, though its time cannot be', () => {
    expect(show(['50 GATED_OUT EMPTY'], ['86 GATED_OUT EMPTY', KA], ...later)).toContain(
      'parked NO_BOUNDARY: 50 GATED_OUT EMPTY',
    );
  });
});

describe('a claim that cannot be, as the box was aboard', () => {
  it('is set aside: a loading for another bill', () => {
    expect(show(...seaOfA, ['12 LOADED FULL', B])).toMatchInlineSnapshot(`
      "{MASTER_BILL:A}
      4 LOADED FULL [A]
      20 DISCHARGED FULL [A]
      23 GATED_OUT FULL
      26 GATED_IN EMPTY

      parked CONTRADICTED: 12 LOADED FULL [B]"
    `);
  });

  it('is set aside: a loading on another ship under no bill', () => {
    const shown = show(
      ['4 LOADED FULL', A, KAPOK],
      ['12 LOADED FULL', null, MERIDIAN],
      ['20 DISCHARGED FULL', A, KAPOK],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{MASTER_BILL:A}
      4 LOADED FULL [A]
      20 DISCHARGED FULL [A]

      parked CONTRADICTED: 12 LOADED FULL"
    `);
  });

  it.each([
    '12 GATED_IN FULL',
    '12 GATED_OUT EMPTY',
    '12 GATED_OUT FULL',
    '12 GATED_IN EMPTY',
    '12 STUFFED',
    '12 STRIPPED',
  ])('is set aside: %s', (stray) => {
    expect(show(...seaOfA, [stray])).toBe(`${show(...seaOfA)}\n\nparked CONTRADICTED: ${stray}`);
  });

  it('says what speaks against it', () => {
    const { against } = cutCycles(claimsOf([...seaOfA, ['12 LOADED FULL', B]]), ties);
    expect([...against]).toEqual([['12 LOADED FULL [B]', ['4 LOADED FULL [A]', '20 DISCHARGED FULL [A]']]]);
  });

  it('is kept where it was told an hour late by another clock', () => {
    const { parked } = cutCycles(claimsOf([...seaOfA, ['4.04 GATED_IN FULL']]), ties);
    expect(parked.size).toBe(0);
  });

  it('gives way to three moves that agree: a discharge told weeks late', () => {
    const shown = show(
      ['4 LOADED FULL', A],
      ['45 DISCHARGED FULL', A],
      ['26 GATED_IN EMPTY'],
      ['28 GATED_OUT EMPTY'],
      ['33 LOADED FULL', B],
      ['50 DISCHARGED FULL', B],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{MASTER_BILL:A}
      4 LOADED FULL [A]
      26 GATED_IN EMPTY

      {MASTER_BILL:B}
      28 GATED_OUT EMPTY
      33 LOADED FULL [B]
      50 DISCHARGED FULL [B]

      parked CONTRADICTED: 45 DISCHARGED FULL [A]"
    `);
  });
});

describe('an empty return', () => {
  it('that is told after the next pick-up does not end the next use', () => {
    const shown = show(
      ['0 GATED_OUT EMPTY', KA],
      ['4 LOADED FULL', A],
      ['20 DISCHARGED FULL', A],
      ['23 GATED_OUT FULL'],
      ['28 GATED_OUT EMPTY', KB],
      ['30 GATED_IN FULL'],
      ['31 GATED_IN EMPTY'],
      ['33 LOADED FULL', B],
      ['50 DISCHARGED FULL', B],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{BOOKING:KA MASTER_BILL:A}
      0 GATED_OUT EMPTY [KA]
      4 LOADED FULL [A]
      20 DISCHARGED FULL [A]
      23 GATED_OUT FULL

      {BOOKING:KB MASTER_BILL:B}
      28 GATED_OUT EMPTY [KB]
      30 GATED_IN FULL
      33 LOADED FULL [B]
      50 DISCHARGED FULL [B]

      parked CONTRADICTED: 31 GATED_IN EMPTY"
    `);
  });

  it('between two ships of one bill is none', () => {
    const shown = show(
      ['4 LOADED FULL', A],
      ['10 DISCHARGED FULL', A],
      ['11 GATED_IN EMPTY', A],
      ['14 LOADED FULL', A],
      ['20 DISCHARGED FULL', A],
      ['23 GATED_OUT FULL'],
      ['26 GATED_IN EMPTY'],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{MASTER_BILL:A}
      4 LOADED FULL [A]
      10 DISCHARGED FULL [A]
      14 LOADED FULL [A]
      20 DISCHARGED FULL [A]
      23 GATED_OUT FULL
      26 GATED_IN EMPTY

      parked CONTRADICTED: 11 GATED_IN EMPTY [A]"
    `);
  });

  it('is nobody’s where a pick-up lies before it that nobody confirms, nor a return before that, and neither is the pick-up', () => {
    const shown = show(
      ['4 LOADED FULL', A],
      ['20 DISCHARGED FULL', A],
      ['23 GATED_OUT FULL'],
      ['24 GATED_OUT EMPTY', KB],
      ['26 GATED_IN EMPTY'],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{MASTER_BILL:A}
      4 LOADED FULL [A]
      20 DISCHARGED FULL [A]
      23 GATED_OUT FULL

      parked CONTRADICTED: 24 GATED_OUT EMPTY [KB]

      parked NO_BOUNDARY: 26 GATED_IN EMPTY"
    `);
  });
});

describe('a box that goes from one cargo to the next without a depot', () => {
  it('begins its next use when it is stuffed again', () => {
    const shown = show(
      ['0 GATED_OUT EMPTY', KA],
      ['4 LOADED FULL', A],
      ['20 DISCHARGED FULL', A],
      ['23 GATED_OUT FULL'],
      ['24 STRIPPED'],
      ['25 STUFFED'],
      ['26 GATED_IN FULL'],
      ['28 LOADED FULL', B],
      ['40 DISCHARGED FULL', B],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{BOOKING:KA MASTER_BILL:A}
      0 GATED_OUT EMPTY [KA]
      4 LOADED FULL [A]
      20 DISCHARGED FULL [A]
      23 GATED_OUT FULL
      24 STRIPPED

      {MASTER_BILL:B}
      25 STUFFED
      26 GATED_IN FULL
      28 LOADED FULL [B]
      40 DISCHARGED FULL [B]"
    `);
  });

  it('begins its next use when the gate names the next booking', () => {
    const shown = show(
      ['4 LOADED FULL', A],
      ['20 DISCHARGED FULL', A],
      ['23 GATED_OUT FULL'],
      ['26 GATED_IN FULL', KB],
      ['28 LOADED FULL', B],
      ['40 DISCHARGED FULL', B],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{MASTER_BILL:A}
      4 LOADED FULL [A]
      20 DISCHARGED FULL [A]
      23 GATED_OUT FULL

      {BOOKING:KB MASTER_BILL:B}
      26 GATED_IN FULL [KB]
      28 LOADED FULL [B]
      40 DISCHARGED FULL [B]"
    `);
  });
});

describe('what is unusual and true stays', () => {
  it('two bills loaded together are part loads of one use', () => {
    const shown = show(
      ['4 LOADED FULL', A, KAPOK],
      ['4.1 LOADED FULL', B, KAPOK],
      ['20 DISCHARGED FULL', A, KAPOK],
      ['20.1 DISCHARGED FULL', B, KAPOK],
      ['26 GATED_IN EMPTY'],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{MASTER_BILL:A MASTER_BILL:B}
      4 LOADED FULL [A]
      4.1 LOADED FULL [B]
      20 DISCHARGED FULL [A]
      20.1 DISCHARGED FULL [B]
      26 GATED_IN EMPTY"
    `);
    const silent = show(
      ['4 LOADED FULL', A],
      ['4 LOADED FULL', B],
      ['20 DISCHARGED FULL', A],
      ['20 DISCHARGED FULL', B],
    );
    expect(silent).toContain('{MASTER_BILL:A MASTER_BILL:B}');
  });

  it('a box that is rolled leaves the terminal full and comes back', () => {
    const shown = show(
      ['0 GATED_OUT EMPTY', KA],
      ['2 GATED_IN FULL'],
      ['5 GATED_OUT FULL'],
      ['8 GATED_IN FULL'],
      ['10 LOADED FULL', A],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{BOOKING:KA MASTER_BILL:A}
      0 GATED_OUT EMPTY [KA]
      2 GATED_IN FULL
      5 GATED_OUT FULL
      8 GATED_IN FULL
      10 LOADED FULL [A]"
    `);
  });

  it('a domestic use and an empty repositioning that name no paper are uses of their own', () => {
    const shown = show(
      ...seaOfA,
      ['30 GATED_OUT EMPTY'],
      ['32 GATED_IN FULL'],
      ['33 LOADED FULL'],
      ['40 DISCHARGED FULL'],
      ['45 GATED_IN EMPTY'],
      ['48 GATED_OUT EMPTY'],
      ['49 LOADED EMPTY'],
      ['60 DISCHARGED EMPTY'],
      ['61 GATED_IN EMPTY'],
      ['80 GATED_OUT EMPTY', KB],
      ['90 LOADED FULL', B],
    );
    expect(shown).toMatchInlineSnapshot(`
      "{MASTER_BILL:A}
      4 LOADED FULL [A]
      20 DISCHARGED FULL [A]
      23 GATED_OUT FULL
      26 GATED_IN EMPTY

      {}
      30 GATED_OUT EMPTY
      32 GATED_IN FULL
      33 LOADED FULL
      40 DISCHARGED FULL
      45 GATED_IN EMPTY

      {}
      48 GATED_OUT EMPTY
      49 LOADED EMPTY
      60 DISCHARGED EMPTY
      61 GATED_IN EMPTY

      {BOOKING:KB MASTER_BILL:B}
      80 GATED_OUT EMPTY [KB]
      90 LOADED FULL [B]"
    `);
  });

  it('carriers alone tell of two voyages, no gate of anything', () => {
    const { cycles, parked } = cutCycles(
      claimsOf([
        ['4 LOADED FULL', A],
        ['20 DISCHARGED FULL', A],
        ['60 LOADED FULL', B],
        ['75 DISCHARGED FULL', B],
      ]),
      ties,
    );
    expect([cycles.length, parked.size]).toEqual([2, 0]);
  });
});
