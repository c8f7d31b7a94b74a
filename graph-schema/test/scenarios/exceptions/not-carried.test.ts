import { describe, expect, it } from 'vitest';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { at, ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const meridian = ship('MERIDIAN', '012W', '9321483');
const full = { box, load: 'FULL', paper: bill } as const;
const terminal = at(ningbo, 'BLCT3');

describe('a cargo that is taken back from the terminal', () => {
  const story = [
    told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', terminal, full),
    told('TERMINAL', 'GATED_OUT', '2026-10-25 09:00', terminal, full),
    told('TERMINAL', 'GATED_IN', '2026-10-27 10:00', ningbo, { box, load: 'EMPTY' }),
  ];

  it('is told once its box is back empty, and no more when it is carried after all', () => {
    expect(showExceptions(bill, story, '2026-10-27T01:59:00Z')).toBe('');
    expect(showExceptions(bill, story, '2026-10-28T00:00:00Z')).toBe(
      'WARNING RETURNED_UNSHIPPED CSQU3054383 at CNNBO by CONSIGNOR since 2026-10-27T02:00Z [GATED_OUT 10-25T09:00, GATED_IN 10-27T10:00]',
    );
    const loaded = told('TERMINAL', 'LOADED', '2026-10-29 22:00', terminal, { ...full, on: meridian });
    expect(showExceptions(bill, [...story, loaded], '2026-10-30T00:00:00Z')).toContain(
      'till 2026-10-29T14:00Z',
    );
  });

  it('is not one that came off its ship before it was returned', () => {
    const sailed = told('TERMINAL', 'LOADED', '2026-10-24 22:00', terminal, { ...full, on: meridian });
    expect(showExceptions(bill, [...story, sailed], '2026-10-28T00:00:00Z')).not.toContain('UNSHIPPED');
  });
});

describe('a port that the ship leaves out', () => {
  const planned = {
    classifier: 'PLANNED',
    on: meridian,
    paper: bill,
    heard: '2026-10-01T00:00:00Z',
  } as const;
  const story = [
    told('CARRIER', 'ARRIVED', '2026-11-20 09:10', rotterdam, planned),
    told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...full, on: meridian }),
    told('CARRIER', 'CALL_OMITTED', '2026-11-10 08:00', rotterdam, { on: meridian }),
  ];

  it('is told when it is heard, gravely after three days, until the box comes off elsewhere', () => {
    expect(showExceptions(bill, story, '2026-11-10T06:59:00Z')).toBe('');
    expect(showExceptions(bill, story, '2026-11-10T07:00:00Z')).toBe(
      'WARNING PORT_OMITTED at NLRTM VOYAGE:9321483/012W by CARRIER since 2026-11-10T07:00Z [CALL_OMITTED 11-10T08:00]',
    );
    expect(showExceptions(bill, story, '2026-11-13T07:00:00Z')).toMatch(/^CRITICAL PORT_OMITTED/);
    const off = told('TERMINAL', 'DISCHARGED', '2026-11-14 18:10', singapore, { ...full, on: meridian });
    const after = showExceptions(bill, [...story, off], '2026-11-15T00:00:00Z');
    expect(after).toContain('PORT_OMITTED');
    expect(after).toContain('till 2026-11-14T10:10Z');
  });

  it('is nothing to a cargo that was not to be there', () => {
    const elsewhere = told('CARRIER', 'CALL_OMITTED', '2026-11-10 08:00', singapore, { on: meridian });
    expect(showExceptions(bill, [...story.slice(0, 2), elsewhere], '2026-11-11T00:00:00Z')).toBe('');
  });
});
