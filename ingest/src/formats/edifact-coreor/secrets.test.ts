import { describe, expect, it } from 'vitest';
import { EDIFACT } from '../../claims/edifact/interchange.ts';
import { listFixtures } from '../../testing/fixture-files.ts';
import { edifactCoreor } from './index.ts';

const fixtures = listFixtures().filter(({ format }) => format === edifactCoreor.id);

/** Codes that open the gate in the samples. */
const PINS = ['448812', '553201'];

describe('a PIN in a release order', () => {
  it('stands in a sample, in a reference and in free text', () => {
    const all = fixtures.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('');
    for (const pin of PINS) expect(all).toContain(pin);
  });

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    'is neither read nor quoted: %s',
    (_name, { bytes, context }) => {
      const { interpretation } = EDIFACT.read(bytes, context, () => edifactCoreor.member?.reader ?? null);
      const whole = interpretation.issues.every(({ code }) => code !== 'TRUNCATED');
      const spans = [
        ...interpretation.messages.flatMap(({ attested }) => attested.map(({ span }) => span)),
        // A message cut off is quoted as a whole to whoever sent it.
        ...(whole ? interpretation.issues.flatMap(({ span }) => span ?? []) : []),
      ];
      const quoted = spans.map(({ start, end }) =>
        Buffer.from(bytes.subarray(start, end)).toString('latin1'),
      );
      for (const pin of PINS) {
        expect(JSON.stringify(interpretation)).not.toContain(pin);
        expect(quoted.join('\n')).not.toContain(pin);
      }
    },
  );
});
