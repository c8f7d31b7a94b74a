import { describe, expect, it } from 'vitest';
import { claim, container } from '../../graph-schema/src/domain/claim.ts';
import type { Interpretation } from '../../graph-schema/src/domain/message.ts';
import { equipmentOf } from './equipment.ts';

const time = {
  instant: '2026-11-21T01:28:00Z',
  local: '2026-11-21T09:28:00',
  zone: 'Asia/Shanghai',
  zoneSource: 'PLACE',
  precision: 'MINUTE',
} as const;
function reading(references: readonly string[], withIssuesOnly = 0): Interpretation {
  const attested = references.map((reference) => ({
    event: claim({ code: 'GATED_IN', classifier: 'ACTUAL', time, equipment: container(reference) }),
    messageRef: null,
    span: { start: 0, end: 1 },
    recordedAt: null,
  }));
  const counts = { units: 0, withEvents: 0, withPositions: 0, withIssuesOnly, withoutContent: 0 };
  return {
    messages: [{ thread: null, version: 0, attested, retraction: null }],
    positions: [],
    statics: [],
    issues: [],
    counts,
  };
}

describe('the container numbers of a file', () => {
  it.each([
    ['CBHU1234561', "EQD+CN+CBHU1234561+45G1'", 'CBHU1234561'],
    ['CBHU1234561', "EQD+CN+CBHU 123456 1+45G1'", 'CBHU1234561'],
    ['CBHU1234561', 'N7*CBHU*123456*500~', 'CBHU123456'],
    ['CBHU1234561', 'B4***UV*20261120*2217*CNNGB*CBHU*123456*L*45G1*CNNGB*UN*1~', 'CBHU1234561'],
    ['CBHU1234561', 'B4|||UV|20261120|2217|CNNGB|CBHU|123456|L|45G1|CNNGB|UN|1\r\n', 'CBHU1234561'],
    ['CBHU1234561', '{"containerNo":"CBHUI234561"}', 'CBHUI234561'],
    ['XXXX94476801', "EQD+CN+XXXX94476801'", 'XXXX94476801'],
  ])('%s of %s is %s', (reference, text, written) =>
    expect(equipmentOf(reading([reference]), text)).toEqual([written]),
  );

  it('are found by their shape in what could not be taken', () => {
    const text = '{"containerNo":"CBHU1234562","blNo":"COSU6412345678"}';
    expect(equipmentOf(reading([], 1), text)).toEqual(['CBHU1234562']);
    expect(equipmentOf(reading([]), text)).toEqual([]);
  });

  it('are those that EDIFACT calls containers, whatever they look like', () => {
    const text =
      "EQD+CN+JLG43972A01:6346:5+2200'EQD+CN++22G1'EQD+CN+CONTAINER'EQD+CH+CHAS1'EQD+CN+CBHU 123456 2'EQD+CN+CBHU1234561'";
    expect(equipmentOf(reading(['CBHU1234561']), text)).toEqual([
      'CBHU1234561',
      'JLG43972A01',
      'CBHU1234562',
    ]);
  });

  it('are found in segments of X12 that give no claim', () => {
    const text = 'ISA*00*~VID*CN*CBHU*123456*S1~N9*BM*COSU*6412345678~';
    expect(equipmentOf(reading([]), text)).toEqual(['CBHU123456']);
  });

  it('are found by their check digit where no claim names them', () => {
    expect(equipmentOf(reading([]), "BGM+36+GO1+1'EQD+CN+CBHU1234561+45G1'")).toEqual(['CBHU1234561']);
  });
});
