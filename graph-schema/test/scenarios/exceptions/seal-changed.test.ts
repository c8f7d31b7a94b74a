import { describe, expect, it } from 'vitest';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { at, customsOffice, ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { sealed, showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const declaration = 'DECLARATION:310420261000000014';
const box = 'CSQU3054383';
const meridian = ship('MERIDIAN', '012W', '9321483');
const gatedIn = (...seals: string[]) =>
  sealed(told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', at(ningbo, 'BLCT3'), { box, load: 'FULL', paper: bill }), ...seals); // prettier-ignore
const loaded = (...seals: string[]) =>
  sealed(told('TERMINAL', 'LOADED', '2026-10-25 22:00', at(ningbo, 'BLCT3'), { box, load: 'FULL', on: meridian, paper: bill }), ...seals); // prettier-ignore
const discharged = (...seals: string[]) =>
  sealed(told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { box, load: 'FULL', on: meridian, paper: bill }), ...seals); // prettier-ignore
const inspected = (when: string) => told('CUSTOMS', 'INSPECTED', when, customsOffice('3104'), { box });
const at1031 = (...story: FactClaim[]) => showExceptions(bill, story, '2026-10-31T00:00:00Z');

describe('a box seen with another seal', () => {
  it('is told at once, gravely a day later, until somebody says that it was opened', () => {
    const story = [gatedIn('OOLHKG1234'), loaded('HKG1234'), discharged('SG0099871'), inspected('2026-11-02 10:00')]; // prettier-ignore
    const states = ['2026-10-30T10:09:59Z', '2026-10-30T10:10:00Z', '2026-10-31T10:10:00Z', '2026-11-02T02:00:00Z'].map(
      (instant) => `${instant.slice(5, 10)} ${showExceptions(bill, story, instant)}`.trim(),
    ); // prettier-ignore
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "10-30
      10-30 WARNING SEAL_CHANGED CSQU3054383 at SGSIN by CARRIER since 2026-10-30T10:10Z before=HKG1234 after=SG0099871 [LOADED 10-25T22:00, DISCHARGED 10-30T18:10]
      10-31 CRITICAL SEAL_CHANGED CSQU3054383 at SGSIN by CARRIER since 2026-10-30T10:10Z before=HKG1234 after=SG0099871 [LOADED 10-25T22:00, DISCHARGED 10-30T18:10]
      11-02 CRITICAL SEAL_CHANGED CSQU3054383 at SGSIN by CARRIER since 2026-10-30T10:10Z till 2026-11-02T02:00Z before=HKG1234 after=SG0099871 [LOADED 10-25T22:00, DISCHARGED 10-30T18:10, INSPECTED 11-02T10:00]"
    `);
  });

  it('is right when it was opened in between, on that day or by customs over its papers', () => {
    expect(at1031(gatedIn('A1111111'), inspected('2026-10-24 10:00'), loaded('B2222222'))).toBe('');
    expect(at1031(gatedIn('A1111111'), inspected('2026-10-25'), loaded('B2222222'))).toBe('');
    const opened = told('CUSTOMS', 'DECL_INSPECTED', '2026-10-25 10:00', customsOffice('3104'), { paper: declaration }); // prettier-ignore
    expect(at1031(gatedIn('A1111111'), opened, loaded('B2222222'))).toBe('');
    const anew = sealed(told('FORWARDER', 'SEALED', '2026-10-25 10:00', ningbo, { box }), 'B2222222');
    expect(at1031(gatedIn('A1111111'), anew, loaded('B2222222'))).toBe('');
  });

  it('is not right because it was opened before', () => {
    expect(at1031(inspected('2026-10-22'), gatedIn('A1111111'), loaded('B2222222'))).toContain(
      'SEAL_CHANGED',
    );
    const sealedFirst = sealed(told('FORWARDER', 'SEALED', '2026-10-22', ningbo, { box }), 'A1111111');
    expect(at1031(sealedFirst, loaded('B2222222'))).toContain('SEAL_CHANGED');
  });

  it('is the same where a voice writes less of the number, or names one of two seals', () => {
    expect(at1031(gatedIn('OOL-HKG 1234', 'CN55512'), loaded('ool hkg1234'), discharged('CN55512'))).toBe('');
    expect(at1031(gatedIn('OOLHKG1234'), loaded('HKG1234'))).toBe('');
  });

  it('was misread, once the former one is seen again; and it is told once', () => {
    const seen = at1031(gatedIn('A1111111'), loaded('B2222222'), discharged('A1111111'));
    expect(seen).toMatch(/^WARNING|^CRITICAL/);
    expect(seen).toContain('till 2026-10-30T10:10Z');
    expect(seen.split('\n')).toHaveLength(1);
  });

  it('does not matter once it is empty', () => {
    const back = sealed(told('TERMINAL', 'GATED_IN', '2026-12-05 11:00', rotterdam, { box, load: 'EMPTY' }), 'ZZ999999'); // prettier-ignore
    expect(showExceptions(bill, [gatedIn('A1111111'), back], '2026-12-06T00:00:00Z')).not.toContain('SEAL');
  });
});
