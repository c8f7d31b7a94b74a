import { readFileSync } from 'node:fs';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { expect, it } from 'vitest';
import { readMessage } from '../../pipeline/read.ts';
import { ssim } from './index.ts';

const local = readFileSync(new URL('./fixtures/local-times.in.txt', import.meta.url), 'latin1');

/** The times of a file whose carrier records have this time mode. */
function read(mode: string, meanings: Readonly<Record<string, string>> = {}) {
  const source = { ...sampleSource, codeCorrections: { 'ssim/time-modes': meanings } };
  const context = { receivedAt: '2026-11-21T02:00:00Z', source, places: sampleGazetteer };
  const bytes = new Uint8Array(Buffer.from(local.replaceAll(/^2L/gm, `2${mode}`), 'latin1'));
  const { messages, issues } = readMessage(bytes, context, [ssim]).interpretation;
  return {
    times: messages.flatMap(({ attested }) => attested.map(({ event }) => event.time.instant)),
    codes: issues.map(({ code }) => code),
  };
}

it('a time mode that no list has is told, and read as the operator says', () => {
  expect(read('Z').codes).toContain('UNMAPPED_CODE');
  expect(read('Z').times).toEqual(read('L').times);
  const said = read('Z', { Z: 'UTC' });
  expect(said.codes).not.toContain('UNMAPPED_CODE');
  expect(said.times).toEqual(read('U').times);
  expect(said.times).not.toEqual(read('L').times);
});
