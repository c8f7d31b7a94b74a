import { expect, it } from 'vitest';
import { collectFindings } from './findings.ts';

const span = { start: 0, end: 1 };

it('says one thing once where that is asked for', () => {
  const findings = collectFindings();
  for (const at of ['EQD[1]', 'EQD[2]']) findings.addOnce('UNKNOWN_PLACE', 'WARNING', at, 'XXTST', span);
  findings.addOnce('UNKNOWN_PLACE', 'WARNING', 'EQD[3]', 'XXSEA', span);
  expect(findings.issues.map(({ at, value }) => [at, value])).toEqual([
    ['EQD[1]', 'XXTST'],
    ['EQD[3]', 'XXSEA'],
  ]);
});

it('quotes at most 200 characters', () => {
  const findings = collectFindings();
  findings.add('BAD_SYNTAX', 'ERROR', 'line 1', 'x'.repeat(201), span);
  expect(findings.issues[0]?.value).toBe(`${'x'.repeat(199)}…`);
});

it('counts by code what goes over its limit', () => {
  const findings = collectFindings(2);
  for (const line of [1, 2, 3, 4]) findings.add('BAD_SYNTAX', 'ERROR', `line ${line}`, 'x', span);
  findings.add('BAD_CHECKSUM', 'WARNING', 'line 5', 'x', span);
  expect(findings.issues.map(({ code, at, value }) => [code, at, value])).toEqual([
    ['BAD_SYNTAX', 'line 1', 'x'],
    ['BAD_SYNTAX', 'line 2', 'x'],
    ['BAD_SYNTAX', 'message', '2 more'],
    ['BAD_CHECKSUM', 'message', '1 more'],
  ]);
});
