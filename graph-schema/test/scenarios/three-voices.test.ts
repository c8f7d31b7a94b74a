import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../src/domain/journey/facts.ts';
import { factsOf, told } from '../../src/testing/journey-story.ts';
import { at, ningbo } from '../../src/testing/sample-locations.ts';
import { showLine } from '../../src/testing/show-journey.ts';

const bill = 'MASTER_BILL:COSU6400000066';
const gateIn = { box: 'CSQU3054383', load: 'FULL' } as const;
const terminal = told('TERMINAL', 'GATED_IN', '2026-11-20 09:28', at(ningbo, 'BLCT3'), gateIn);
const carrier = told('CARRIER', 'GATED_IN', '2026-11-20 09:41', ningbo, gateIn);
const customs = told('CUSTOMS', 'GATED_IN', '2026-11-20 10:05', ningbo, gateIn);

function linesOf(...claims: FactClaim[]): string {
  return showLine(deriveJourney(factsOf(bill, claims), Date.parse('2026-11-21T00:00:00Z')).logistics);
}

describe('three voices of one gate-in', () => {
  it('are one milestone, at the time and place of the one who does it', () => {
    expect(linesOf(customs, carrier, terminal)).toMatchInlineSnapshot(
      `"11-20 09:28 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 by TERMINAL, CARRIER, CUSTOMS"`,
    );
  });

  it('do not depend on who came first', () => {
    expect(linesOf(terminal, customs, carrier)).toBe(linesOf(customs, carrier, terminal));
  });

  it('disagree beyond two hours, and the doubt is shown', () => {
    const late = told('CARRIER', 'GATED_IN', '2026-11-20 12:00', ningbo, gateIn);
    expect(linesOf(terminal, late)).toMatchInlineSnapshot(
      `"11-20 09:28 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 by TERMINAL, CARRIER DISAGREE"`,
    );
  });

  it('do not disagree by giving the day alone', () => {
    const day = told('CARRIER', 'GATED_IN', '2026-11-20', ningbo, gateIn);
    expect(linesOf(terminal, day)).toMatchInlineSnapshot(
      `"11-20 09:28 CNNBO/BLCT3 GATED_IN FULL CSQU3054383 by TERMINAL, CARRIER"`,
    );
  });

  it('fall back to the next in line when the first is taken back', () => {
    expect(linesOf(carrier, customs)).toMatchInlineSnapshot(
      `"11-20 09:41 CNNBO GATED_IN FULL CSQU3054383 by CARRIER, CUSTOMS"`,
    );
  });

  it('are two happenings on two days', () => {
    const again = told('TERMINAL', 'GATED_IN', '2026-11-20 23:50', ningbo, gateIn);
    expect(linesOf(terminal, again).split('\n')).toHaveLength(2);
  });

  it('are one claim with two voices when two say the very same', () => {
    const same = told('CARRIER', 'GATED_IN', '2026-11-20 09:28', at(ningbo, 'BLCT3'), gateIn);
    const [milestone] = deriveJourney(
      factsOf(bill, [same, terminal]),
      Date.parse('2026-11-21T00:00:00Z'),
    ).logistics;
    expect(milestone?.claims.map((c) => c.voices.map((v) => v.source.kind))).toEqual([
      ['CARRIER', 'TERMINAL'],
    ]);
  });

  it('of a bill: the carrier who issues it counts before the port', () => {
    const port = told('TERMINAL', 'BL_ISSUED', '2026-11-20 09:00', null, { paper: bill });
    const issuer = told('CARRIER', 'BL_ISSUED', '2026-11-20 11:00', null, { paper: bill });
    const { documents } = deriveJourney(factsOf(bill, [port, issuer]), Date.parse('2026-11-21T00:00:00Z'));
    expect(documents.map((m) => m.time.local)).toEqual(['2026-11-20T11:00:00']);
  });
});
