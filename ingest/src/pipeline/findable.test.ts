import { describe, expect, it } from 'vitest';
import type { Interpretation } from 'graph-schema/domain/message';
import type { Attested } from 'graph-schema/domain/tracking-event';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FORMATS } from '../formats/index.ts';
import { findable } from './findable.ts';
import { readMessage } from './read.ts';

const box = (number: string): string[] => [
  `EQD+CN+${number}+45G1:102:5++2+5'`,
  "DTM+7:202611210928:203'",
  "LOC+165+CNNGB:139:6+BLCT3:TER:ZZZ'",
];
const GATE = [
  "UNB+UNOA:2+NGBTERM+CARRIERX+261121:0930+7'",
  "UNH+1+CODECO:D:95B:UN:ITG14'",
  "BGM+34+GI2611210017+9'",
  ...box('TLNU1000170'),
  ...box('TLNU1000186'),
  "UNT+9+1'",
  "UNZ+1+7'",
];
const whole = readMessage(
  new TextEncoder().encode(GATE.join('')),
  { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer },
  FORMATS,
).interpretation;

const nameless = ({ event, ...rest }: Attested): Attested => ({
  ...rest,
  event: { ...event, equipment: null, documents: [], transport: null },
});
const changed = (change: (one: Attested, index: number) => Attested): Interpretation => ({
  ...whole,
  messages: whole.messages.map((message) => ({ ...message, attested: message.attested.map(change) })),
});
const boxes = ({ messages }: Interpretation) =>
  messages.flatMap(({ attested }) => attested.map(({ event }) => event.equipment?.reference));

describe('what a message says of nothing that can be found', () => {
  it('leaves a message alone whose claims all name something', () => {
    expect(boxes(whole)).toEqual(['TLNU1000170', 'TLNU1000186']);
    expect(findable(whole)).toBe(whole);
  });

  it('becomes a finding at its place, and the other box is taken', () => {
    const read = findable(changed((one, index) => (index === 0 ? nameless(one) : one)));
    expect(boxes(read)).toEqual(['TLNU1000186']);
    expect(read.counts).toMatchObject({ units: 2, withEvents: 1, withIssuesOnly: 1 });
    expect(read.issues.at(-1)).toEqual({
      code: 'MISSING_FIELD',
      severity: 'ERROR',
      at: 'GATED_IN',
      value: 'what it is about',
      span: whole.messages[0]?.attested[0]?.span,
      list: null,
    });
  });

  it('leaves a message without claims when it is all of it', () => {
    const read = findable(changed(nameless));
    expect(boxes(read)).toEqual([]);
    expect(read.counts).toMatchObject({ units: 2, withEvents: 0, withIssuesOnly: 2 });
  });
});
