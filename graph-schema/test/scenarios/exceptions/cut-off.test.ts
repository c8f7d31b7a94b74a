import { describe, expect, it } from 'vitest';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { each, told } from '../../../src/testing/journey-story.ts';
import { at, ningbo, xianStation } from '../../../src/testing/sample-locations.ts';
import { reasoned, showExceptions } from './show-exceptions.ts';

// 截港: two boxes to be in Beilun's terminal by noon of 24 October.
const bill = 'MASTER_BILL:COSU6400000017';
const booking = 'BOOKING:8200000017';
const boxes = ['CSQU3054383', 'CBHU6142088'];
const limit = (code: string, when: string, heard = '2026-10-01T03:00:00Z') =>
  reasoned(told('CARRIER', 'CUT_OFF', when, ningbo, { classifier: 'PLANNED', paper: booking, heard }), 'EDIFACT 2005', code); // prettier-ignore
const closing = limit('180', '2026-10-24 12:00');
const fetched = each(boxes, (box) =>
  told('TERMINAL', 'GATED_OUT', '2026-10-20 09:00', ningbo, { box, load: 'EMPTY', paper: booking }),
);
const into = (box: string, when: string) =>
  told('TERMINAL', 'GATED_IN', when, at(ningbo, 'BLCT3'), { box, load: 'FULL', paper: bill });
const atEach = (story: readonly FactClaim[], instants: readonly string[]) =>
  instants
    .map((instant) => `${instant.slice(5, 10)} ${showExceptions(bill, story, instant)}`.trim())
    .join('\n');

describe('a closing for cargo', () => {
  it('is at risk a day before, missed at its time, and over when the last box is in', () => {
    const story = [closing, ...fetched, into('CSQU3054383', '2026-10-22 10:00'), into('CBHU6142088', '2026-10-24 15:00')]; // prettier-ignore
    const states = atEach(story, [
      '2026-10-23T03:59:59Z',
      '2026-10-23T04:00:00Z',
      '2026-10-24T04:00:00Z',
      '2026-10-24T07:00:00Z',
    ]);
    expect(states).toMatchInlineSnapshot(`
      "10-23
      10-23 WARNING CUT_OFF_AT_RISK CARGO at CNNBO by CONSIGNOR since 2026-10-23T04:00Z until=2026-10-24T04:00:00.000Z [~CUT_OFF 10-24T12:00]
      10-24 CRITICAL CUT_OFF_AT_RISK CARGO at CNNBO by CONSIGNOR since 2026-10-23T04:00Z until=2026-10-24T04:00:00.000Z [~CUT_OFF 10-24T12:00]
      10-24 CRITICAL CUT_OFF_AT_RISK CARGO at CNNBO by CONSIGNOR since 2026-10-23T04:00Z till 2026-10-24T07:00Z until=2026-10-24T04:00:00.000Z [~CUT_OFF 10-24T12:00, GATED_IN 10-24T15:00]"
    `);
  });

  it('is not met by a gate in another place, nor by an empty box', () => {
    const story = [closing, ...fetched,
      told('RAIL', 'GATED_IN', '2026-10-21 10:00', xianStation, { box: 'CSQU3054383', load: 'FULL' }),
      told('TERMINAL', 'GATED_IN', '2026-10-22 10:00', ningbo, { box: 'CBHU6142088', load: 'EMPTY' }),
    ]; // prettier-ignore
    expect(showExceptions(bill, story, '2026-10-24T00:00:00Z')).toMatch(
      /^WARNING CUT_OFF_AT_RISK CARGO at CNNBO/,
    );
  });

  it('moved by who set it is at risk later; of a cancelled booking it is none', () => {
    const moved = limit('180', '2026-10-30 12:00', '2026-10-22T00:00:00Z');
    expect(showExceptions(bill, [closing, moved, ...fetched], '2026-10-25T00:00:00Z')).toBe('');
    const cancelled = told('CARRIER', 'BOOKING_CANCELLED', '2026-10-22 09:00', null, { paper: booking });
    expect(showExceptions(bill, [closing, ...fetched, cancelled], '2026-10-25T00:00:00Z')).toBe('');
  });

  it('is something else than the validity of a release', () => {
    const expires = limit('36', '2026-10-24 12:00');
    expect(showExceptions(bill, [expires, ...fetched], '2026-10-25T00:00:00Z')).toBe('');
  });
});

describe('a closing for papers', () => {
  it('is met by the shipping instruction, and not by the box', () => {
    const papers = limit('649', '2026-10-23 12:00');
    const inPort = boxes.map((box) => into(box, '2026-10-22 10:00'));
    expect(showExceptions(bill, [papers, ...inPort], '2026-10-23T00:00:00Z')).toMatch(
      /^WARNING CUT_OFF_AT_RISK DOCUMENTS at CNNBO by FORWARDER/,
    );
    const sent = told('FORWARDER', 'SI_SUBMITTED', '2026-10-21 10:00', null, { paper: booking });
    expect(showExceptions(bill, [papers, ...inPort, sent], '2026-10-23T00:00:00Z')).toBe('');
  });
});
