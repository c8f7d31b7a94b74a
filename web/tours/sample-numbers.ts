import { classifyNumber } from 'graph-schema/identifiers';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the sample world prints of each number: its kind where it says so, and a note in words. */
interface SampleNumber {
  readonly number: string;
  readonly kind: string;
  readonly note: string;
}

/** What the sample world says can be looked up: `SAMPLE_NUMBERS`, set by whoever started it. */
function sampleNumbers(): SampleNumber[] {
  const listed = process.env['SAMPLE_NUMBERS'];
  if (!listed)
    throw new Error('SAMPLE_NUMBERS is not set: the tours run against the sample world (npm test).');
  return (JSON.parse(listed) as Record<string, string | undefined>[]).map(
    ({ number = '', kind, ...notes }) => ({
      number,
      kind: kind ?? classifyNumber(number)[0]?.scheme ?? '',
      note: Object.values(notes).join(' '),
    }),
  );
}

/** The first sample of a kind, or the first whose note speaks of something. */
export function sampleOf(kind: string, about = /(?:)/): string {
  const sample = sampleNumbers().find((one) => one.kind === kind && about.test(one.note));
  if (!sample) throw new Error(`The sample world lists no ${kind} about ${about}.`);
  return sample.number;
}

/** The key with which a sample source pushes: given, or read from what the sample world keeps. */
export function sampleSourceKey(source: string): string {
  const given = process.env['SAMPLE_SOURCE_KEY'];
  if (given) return given;
  const data = process.env['THROUGHLINE_DATA'];
  if (!data) throw new Error('Neither SAMPLE_SOURCE_KEY nor THROUGHLINE_DATA is set: run by npm test.');
  const keys = JSON.parse(readFileSync(join(data, 'sample-world', 'keys.json'), 'utf8')) as Record<
    string,
    string
  >;
  const key = keys[source];
  if (!key) throw new Error(`The sample world has no key for ${source}.`);
  return key;
}

/** A container number that nobody has, with a wrong check digit. */
export function mistypedContainer(): string {
  for (let digit = 0; digit < 10; digit += 1) {
    const number = `ZZZU000001${digit}`;
    const read = classifyNumber(number).find(({ scheme }) => scheme === 'CONTAINER');
    if (read?.checkDigit === 'FAIL') return number;
  }
  throw new Error('Every last digit passes: the check digit is not checked.');
}
