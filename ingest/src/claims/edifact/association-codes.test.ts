import { describe, expect, it } from 'vitest';
import { listFixtures, type Fixture } from '../../testing/fixture-files.ts';
import { readFixture } from '../../testing/read-fixture.ts';

/** Profiles that senders name in UNH (S009 0057), with a sample of the directory that they are of. */
const PROFILES = [
  ['edifact-codeco', 'gate-out-full-truck', ['ITG10', 'ITG12', 'ITG13', 'ITG14', 'SMDG15']],
  ['edifact-codeco', 'd00b-comma-decimals-text-name', ['SMDG20', 'SMDG21', '2.1']],
  ['edifact-coarri', 'discharge-with-vessel-times', ['1.2', '1.6', 'SMDG16', 'ITG14']],
  ['edifact-coarri', 'd00b-restow-comma-decimals', ['2.0', '2.1', 'SMDG20', 'SMDG21']],
  ['edifact-coprar', 'replace-and-cancel', ['ITG12', 'ITG13', 'ITG14']],
  ['edifact-coprar', 'load-order-with-dangerous-and-cooled', ['SMDG20', 'SMDG21']],
  ['edifact-baplie', 'd95b-departure-plan', ['SMDG15', 'SMDG16', 'SMDG20', 'SMDG22']],
  ['edifact-baplie', 'd13b-smdg-3-1', ['SMDG31', '3.1', 'SMDG30']],
  ['edifact-vermas', 'two-boxes-weighed-and-calculated', ['SMDG04', 'SMDG10']],
] as const;

const fixtures = new Map(listFixtures().map((fixture) => [`${fixture.format}/${fixture.name}`, fixture]));

/** The codes, and what they are claimed of. */
function claimsOf(fixture: Fixture, bytes: Uint8Array) {
  return readFixture(fixture, bytes).messages.map(({ thread, version, retraction, attested }) => {
    return { thread, version, retraction, events: attested.map(({ event }) => event) };
  });
}

/** `UNH+1+CODECO:D:95B:UN:ITG14'` with another code, or without one. */
function withAssociation({ bytes }: Fixture, code: string | null): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const named = text.replaceAll(
    /(UNH\+[^+']*\+[^:+']*:[^:+']*:[^:+']*:UN)(?::[^:+']*)?/g,
    code === null ? '$1' : `$1:${code}`,
  );
  return Buffer.from(named, 'latin1');
}

const cases = PROFILES.flatMap(([format, name, codes]) =>
  [...codes, null, 'XYZ99'].map((code) => [format, name, code] as const),
);

describe('a message says the same under each profile of its directory, under none and under one that nobody knows', () => {
  it.each(cases)('%s: %s as %s', (format, name, code) => {
    const fixture = fixtures.get(`${format}/${name}`);
    if (!fixture) throw new Error(`no sample ${format}/${name}`);
    const claims = claimsOf(fixture, withAssociation(fixture, code));
    expect(claims.flatMap(({ events }) => events)).not.toEqual([]);
    expect(claims).toEqual(claimsOf(fixture, fixture.bytes));
  });
});
