import { describe, expect, it } from 'vitest';
import { listFixtures } from '../../testing/fixture-files.ts';
import { readFixture } from '../../testing/read-fixture.ts';

/** Answers have no number of their own to be withdrawn by. */
const ANSWERS = /^edifact-(?:contrl|aperak)$/;

const fixtures = listFixtures().filter(
  ({ format, name, bytes }) =>
    format.startsWith('edifact-') &&
    !ANSWERS.test(format) &&
    name !== 'lines-wrapped-at-eighty' &&
    !/UNA[^:]/.test(Buffer.from(bytes).toString('latin1')),
);

/** The same messages, each of them cancelling what it said, and not what another number (ACW) said. */
function cancelled(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const own = text.replaceAll(/RFF\+ACW:[^']*'/g, '');
  const cancels = own.replaceAll(/(BGM\+[^+']*\+[^+']*)(?:\+[^+']*)?/g, '$1+1');
  return Buffer.from(cancels, 'latin1');
}

describe('a cancellation withdraws all that was said under its number', () => {
  it.each(fixtures.map((fixture) => [fixture.format, fixture.name, fixture] as const))(
    '%s: %s',
    (_format, _name, fixture) => {
      const said = readFixture(fixture).messages.filter(
        ({ thread, attested }) => thread !== null && attested.length > 0,
      );
      const withdrawn = new Map<string, number>();
      for (const { retraction } of readFixture(fixture, cancelled(fixture.bytes)).messages) {
        if (retraction?.kind !== 'CANCEL') continue;
        withdrawn.set(retraction.thread, Math.max(retraction.version, withdrawn.get(retraction.thread) ?? 0));
      }
      for (const { thread, version } of said)
        expect(withdrawn.get(thread ?? ''), thread ?? '').toBeGreaterThanOrEqual(version);
    },
  );
});
