import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import { placeOf } from '../../src/domain/journey/milestone.ts';
import { getJourneyRules } from '../../src/reference/journey-rules.ts';
import { factsOf, ship, told } from '../../src/testing/journey-story.ts';
import { customsOffice, ningbo, santos } from '../../src/testing/sample-locations.ts';

const bill = 'MASTER_BILL:COSU6400000082';
const declaration = 'DECLARATION:310420261000000014';
const box = 'CBHU3804175';
const on = ship('ATLANTICA', '045E');
const paper = declaration;

/** Coffee from Santos: landed at Ningbo, its duty is due since 11:41 on the 18th, and nobody tells that it is paid. */
const coffee = [
  told('CARRIER', 'LOADED', '2026-10-12 10:00', santos, { box, load: 'FULL', on, paper: bill }),
  told('CARRIER', 'DEPARTED', '2026-10-12 22:00', santos, { on, paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-11-17 17:35', ningbo, { box, load: 'FULL', on, paper: bill }),
  told('CUSTOMS', 'MANIFEST_ACCEPTED', '2026-11-16 09:00', customsOffice('3104'), { paper: bill }),
  told('CUSTOMS', 'ARRIVAL_REPORT_ACCEPTED', '2026-11-17 20:00', customsOffice('3104'), { paper: bill }),
  told('CUSTOMS', 'DUTY_DUE', '2026-11-18 11:41', customsOffice('3104'), { paper }),
];
const at = (instant: string) =>
  deriveJourney(factsOf(bill, coffee), Date.parse(instant), getJourneyRules(Infinity));

describe('a journey that waits for its duty', () => {
  it('says what keeps the box, where, and who has to act', () => {
    const { readiness, blockers } = at('2026-11-20T00:00:00Z');
    expect(
      readiness.map(({ container, place, verdict, presence, blocking }) =>
        [container, placeOf(place), verdict, presence, blocking?.kind, blocking?.actor].join(' '),
      ),
    ).toEqual([`${box} CNNBO NOT_READY THERE DUTY DECLARANT`]);
    expect(blockers.map(({ code, leaf }) => `${code} ${leaf}`)).toEqual(['DUTY_DUE DUTY']);
  });

  it('changes at the very instant at which the wait becomes an exception', () => {
    const before = at('2026-11-20T00:00:00Z');
    expect(before.exceptions).toEqual([]);
    expect(new Date(before.changesAt ?? 0).toISOString()).toBe('2026-11-21T03:41:00.000Z');
    expect(at('2026-11-21T03:40:59.999Z').exceptions).toEqual([]);
    expect(at('2026-11-21T03:41:00Z').exceptions).toMatchObject([
      { kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE', severity: 'WARNING', actor: 'DECLARANT', closedAt: null },
    ]);
  });

  it('is only told where no rules are given', () => {
    const { exceptions, readiness, blockers } = deriveJourney(factsOf(bill, coffee), Date.parse('2026-11-25T00:00:00Z')); // prettier-ignore
    expect([exceptions, readiness, blockers]).toEqual([[], [], []]);
  });
});
