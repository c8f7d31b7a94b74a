import { expect, it } from 'vitest';
import { factsOf, told } from '../../testing/journey-story.ts';
import { at, ningbo } from '../../testing/sample-locations.ts';
import { goods } from '../claim.ts';
import type { GoodsRef, Quantity } from '../tracking-event.ts';
import type { FactClaim } from './facts.ts';
import { goodsOf } from './goods.ts';

const bill = 'MASTER_BILL:COSU6412345678';
const coffee = goods({
  description: 'Green coffee',
  hsCode: '090111',
  pieces: 320,
  packageType: 'BG',
  grossKg: 19_200,
});

interface Said {
  readonly lines?: readonly GoodsRef[];
  readonly pieces?: Partial<Quantity>;
  readonly heard?: string;
}

function issued(by: Parameters<typeof told>[0], { lines = [], pieces, heard = '01T09:00' }: Said): FactClaim {
  const when = { paper: bill, heard: `2026-11-${heard}:00Z` } as const;
  const claim = told(by, 'BL_ISSUED', '2026-11-01', ningbo, pieces === undefined ? when : { ...when, pieces });
  return { ...claim, id: `${claim.id} ${JSON.stringify([lines, pieces])}`, event: { ...claim.event, goods: lines } };
} // prettier-ignore

/** `MASTER_BILL:…! 320 pieces 19200 kg: Green coffee 090111 by carrier`; `!`: another source says otherwise of it. */
function shown(...claims: FactClaim[]): string[] {
  return goodsOf(factsOf(bill, claims)).map(({ subject, lines, pieces, grossKg, isDisputed, sayings }) => {
    const what = lines.map(({ description, hsCode }) => `${description ?? '-'} ${hsCode ?? '-'}`).join(', ');
    const by = [...new Set(sayings.map(({ voice }) => voice.source.id))].join(', ');
    return `${subject?.split(':')[0]}${isDisputed ? '!' : ''} ${pieces ?? '-'} pieces ${grossKg ?? '-'} kg: ${what} by ${by}`;
  });
} // prettier-ignore

it('are what a paper says, with what its lines add up to', () => {
  expect(shown(issued('CARRIER', { lines: [coffee, coffee] }))).toEqual([
    'MASTER_BILL 640 pieces 38400 kg: Green coffee 090111, Green coffee 090111 by carrier',
  ]);
  const unweighed = issued('CARRIER', { lines: [coffee, goods({ description: 'Samples' })] });
  expect(shown(unweighed)).toEqual(['MASTER_BILL - pieces - kg: Green coffee 090111, Samples - by carrier']);
});

it('of two sources that say the same are told once, and of two that differ twice and marked', () => {
  const same = issued('FORWARDER', {
    lines: [{ ...coffee, description: 'GREEN COFFEE' }],
    heard: '02T09:00',
  });
  expect(shown(issued('CARRIER', { lines: [coffee] }), same)).toEqual([
    'MASTER_BILL 320 pieces 19200 kg: GREEN COFFEE 090111 by forwarder, carrier',
  ]);
  const fewer = issued('FORWARDER', { lines: [{ ...coffee, pieces: 318 }], heard: '02T09:00' });
  expect(shown(issued('CARRIER', { lines: [coffee] }), fewer)).toEqual([
    'MASTER_BILL! 318 pieces 19200 kg: Green coffee 090111 by forwarder',
    'MASTER_BILL! 320 pieces 19200 kg: Green coffee 090111 by carrier',
  ]);
});

it('do not differ by the rounding of a weight or the national end of a code', () => {
  const closer = issued('FORWARDER', { lines: [{ ...coffee, hsCode: '0901110000', grossKg: 19_200.4 }], heard: '02T09:00' });
  expect(shown(issued('CARRIER', { lines: [coffee] }), closer).filter((line) => line.includes('!'))).toEqual([]);
}); // prettier-ignore

it('are what the source said last, and its lines stay where it only counts later', () => {
  const counted = issued('CARRIER', { pieces: { pieces: 318, grossKg: 19_080 }, heard: '03T09:00' });
  expect(shown(issued('CARRIER', { lines: [coffee] }), counted)).toEqual([
    'MASTER_BILL 318 pieces 19080 kg: Green coffee 090111 by carrier',
  ]);
  // The later word was taken back.
  expect(shown(issued('CARRIER', { lines: [coffee] }))).toEqual(['MASTER_BILL 320 pieces 19200 kg: Green coffee 090111 by carrier']);
}); // prettier-ignore

it('have no count that was told before their lines', () => {
  const counted = issued('CARRIER', { pieces: { pieces: 320, grossKg: 19_200 } });
  const others = issued('CARRIER', { lines: [goods({ description: 'Roasted coffee', hsCode: '090121' })], heard: '03T09:00' });
  expect(shown(counted, others)).toEqual(['MASTER_BILL - pieces - kg: Roasted coffee 090121 by carrier']);
}); // prettier-ignore

it('are nothing where one message counts in parts', () => {
  const parts = [12, 8].map((pieces) => issued('RAIL', { pieces: { pieces } }));
  expect(shown(...parts)).toEqual([]);
});

it('are not what is counted or weighed on the way', () => {
  const box = 'CBHU4185502';
  expect(shown(told('TERMINAL', 'WEIGHED', '2026-11-02 10:00', at(ningbo, 'BLCT3'), { box, pieces: { grossKg: 24_000 } }))).toEqual([]);
  expect(shown(told('CUSTOMS', 'ARRIVAL_REPORT_SUBMITTED', '2026-11-02 10:00', ningbo, { paper: bill, pieces: { pieces: 100 } }))).toEqual([]);
}); // prettier-ignore
