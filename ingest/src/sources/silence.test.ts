import { describe, expect, it } from 'vitest';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { silentSources } from './silence.ts';

const at = (minute: number) => minute * 60_000;
const source = (id: string, silentAfterMinutes: number | null) => ({
  ...sampleSource,
  id,
  silentAfterMinutes,
});

describe('silent sources', () => {
  const profiles = [source('hourly', 60), source('free', null), source('new', 30)];

  it('are those that were heard too long ago', () => {
    const heard = new Map([['hourly', at(0)], ['free', at(0)], ['new', at(59)]]);
    expect(silentSources(profiles, heard, at(0), at(60))).toEqual([]);
    expect(silentSources(profiles, heard, at(0), at(61))).toEqual(['hourly']);
  }); // prettier-ignore

  it('were never heard since the service started', () => {
    expect(silentSources(profiles, new Map(), at(0), at(30))).toEqual([]);
    expect(silentSources(profiles, new Map(), at(0), at(31))).toEqual(['new']);
  });
});
