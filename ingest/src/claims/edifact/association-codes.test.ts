import { indexCodeList, loadCodeList } from 'graph-schema/reference/code-list';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../formats/index.ts';
import { readMessage } from '../../pipeline/read.ts';
import { listFixtures, type Fixture } from '../../testing/fixture-files.ts';
import { readFixture } from '../../testing/read-fixture.ts';
import { findByProfile } from './profile.ts';

const PROFILES = loadCodeList('edifact/association-0057');

/** A sample of the message type that gives something, of the directory that the profile is of where there is one. */
function sampleOf(type: string, directory: string): Fixture {
  const own = listFixtures().filter((one) => one.format === `edifact-${type.toLowerCase()}` && isRead(one));
  const of = new RegExp(`${type}:D:${directory.slice(1)}`);
  const sample = own.find(({ bytes }) => of.test(Buffer.from(bytes).toString('latin1'))) ?? own[0];
  if (!sample) throw new Error(`no sample of ${type}`);
  return sample;
}

function isRead(fixture: Fixture): boolean {
  return readFixture(fixture).messages.some(({ attested }) => attested.length > 0);
}

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

const types = [...new Set(PROFILES.rows.map(({ variant }) => variant))];
const listed = PROFILES.rows.map(
  ({ code, variant, canonical }) => [variant ?? '', canonical ?? '', code] as const,
);
const unlisted = types.flatMap((type) => [null, 'XYZ99'].map((code) => [type ?? '', 'D95B', code] as const));

describe('a message says the same under every profile, under none and under one that nobody knows', () => {
  it.each([...listed, ...unlisted])('%s of %s as %s', (type, directory, code) => {
    const fixture = sampleOf(type, directory);
    const claims = claimsOf(fixture, withAssociation(fixture, code));
    expect(claims.flatMap(({ events }) => events)).not.toEqual([]);
    expect(claims).toEqual(claimsOf(fixture, fixture.bytes));
  });
});

describe('a code with several meanings', () => {
  const row = (canonical: string, variant?: string) => ({
    code: '45',
    meaning: canonical,
    meaningZh: null,
    canonical,
    source: 'E' as const,
    ...(variant !== undefined && { variant }),
  });
  const rows = [row('DISCHARGED'), row('LOADED', 'D00B'), row('RESTOWED', 'SMDG21')];
  const codes = indexCodeList('sample', { title: '', version: '2026-11', rows });
  const meaning = (directory: string | null, association: string | null) =>
    findByProfile(codes, '45', { type: 'COARRI', directory, association })?.canonical;

  it('has the one for its profile, else for its directory, else for all', () => {
    expect(meaning('D00B', 'SMDG21')).toBe('RESTOWED');
    expect(meaning('D00B', 'smdg21')).toBe('RESTOWED');
    expect(meaning('D00B', 'SMDG20')).toBe('LOADED');
    expect(meaning('D00B', null)).toBe('LOADED');
    expect(meaning('D95B', '1.6')).toBe('DISCHARGED');
    expect(meaning(null, null)).toBe('DISCHARGED');
  });

  it('has the one for the directory of its profile where UNH says no directory, and what UNH says where both do', () => {
    expect(meaning(null, '2.1')).toBe('LOADED');
    expect(meaning('D95B', '2.1')).toBe('DISCHARGED');
  });

  it('is read as an operator says for one directory, in the messages of that directory only', () => {
    const codesOf = (type: string) => {
      const text = `UNB+UNOA:2+A+B+261121:1905+1'UNH+1+${type}'BGM+45+LD1+9'LOC+9+CNNGB:139:6'EQD+CN+TLNU5200134'DTM+203:202611211503:203'UNT+5+1'UNZ+1+1'`;
      const context = { source: sampleSource, places: sampleGazetteer, receivedAt: '2026-11-21T20:00:00Z' };
      const corrections = { 'edifact-coarri/bgm-1001#D00B': { 45: 'LOADED' } };
      const { messages } = readMessage(Buffer.from(text), context, FORMATS, corrections).interpretation;
      return messages.flatMap(({ attested }) => attested.map(({ event }) => event.code));
    };
    expect(codesOf('COARRI:D:00B:UN:2.1')).toEqual(['LOADED']);
    expect(codesOf('COARRI:::UN:2.1')).toEqual(['LOADED']);
    expect(codesOf('COARRI:D:95B:UN:1.6')).toEqual(['UNMAPPED']);
  });
});
