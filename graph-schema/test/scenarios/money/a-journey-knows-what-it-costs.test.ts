import { describe, expect, it } from 'vitest';
import { zonesOf } from '../../../src/domain/free-time/terms.ts';
import { deriveJourney, type Journey } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { townAsTold } from '../../../src/domain/journey/towns.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { concludeAll } from '../../../src/domain/known/conclude-all.ts';
import { factsOf, told } from '../../../src/testing/journey-story.ts';
import { sampleGazetteer } from '../../../src/testing/sample-gazetteer.ts';
import { ningbo } from '../../../src/testing/sample-locations.ts';
import { bill, box, discharged, free, gateOut, showClocks } from './money-story.ts';

const off = discharged(box, '2026-11-30 03:00', ningbo);
const derive = (instant: string, ...claims: readonly FactClaim[]): Journey =>
  deriveJourney(factsOf(bill, [off, ...claims]), Date.parse(instant), getJourneyRules(Infinity), townAsTold, zonesOf(sampleGazetteer)); // prettier-ignore
const days = ({ charges }: Journey) => charges.map(({ date, amount, currency }) => `${date} ${amount} ${currency}`); // prettier-ignore

describe('the clocks of money of a journey', () => {
  it('are counted by the tariff where nobody tells a term, and give notice before the last free day', () => {
    const journey = derive('2026-12-06T00:00:00Z');
    expect(showClocks(journey.freeTime)).toBe(
      '* DEMURRAGE CSQU3054383 TARIFF DEM-CN-40 2026-12-07 (till 12-07T16:00Z) at CNNBO',
    );
    expect(journey.exceptions.map(({ kind, of, severity, figures }) => [kind, of, severity, figures['tariff']])).toEqual([
      ['LAST_FREE_DAY', 'DEMURRAGE', 'INFO', 'DEM-CN-40'],
    ]); // prettier-ignore
  });

  it('tell what the next seven days cost, and when that is another amount', () => {
    const before = derive('2026-12-01T15:00:00Z');
    expect(days(before)).toEqual([]);
    // At midnight the first day that costs comes into view.
    expect(before.changesAt).toBe(Date.parse('2026-12-01T16:00:00Z'));
    expect(days(derive('2026-12-01T16:00:00Z'))).toEqual(['2026-12-08 320 CNY']);
    expect(days(derive('2026-12-07T16:00:00Z'))).toHaveLength(7);
  });

  it('go by the term that the carrier tells, and by the earlier one of two', () => {
    const notice = free('DEMURRAGE', '2026-12-04', { box, where: ningbo });
    const terminal = free('DEMURRAGE', '2026-12-03', { by: 'TERMINAL', box, where: ningbo });
    expect(showClocks(derive('2026-12-02T00:00:00Z', notice, terminal).freeTime)).toBe(
      [
        '* DEMURRAGE CSQU3054383 TERMINAL 2026-12-03 (till 12-03T16:00Z) at CNNBO',
        '- DEMURRAGE CSQU3054383 ARRIVAL_NOTICE 2026-12-04 (till 12-04T16:00Z) at CNNBO',
        '- DEMURRAGE CSQU3054383 TARIFF DEM-CN-40 2026-12-07 (till 12-07T16:00Z) at CNNBO',
      ].join('\n'),
    );
  });

  it('stop with the gate, and then the box itself costs', () => {
    const journey = derive('2026-12-20T00:00:00Z', gateOut(box, '2026-12-09 09:00', ningbo));
    expect(journey.freeTime.map(({ kind, stoppedAt }) => [kind, stoppedAt !== null])).toEqual([
      ['DEMURRAGE', true],
      ['DETENTION', false],
    ]);
    expect(new Set(journey.charges.map(({ kind }) => kind))).toEqual(new Set(['DETENTION']));
  });
});

describe('a box that serves another cargo and was never told to have come back', () => {
  const out = gateOut(box, '2026-12-09 09:00', ningbo);
  const next = told('TERMINAL', 'GATED_OUT', '2026-12-15 10:00', ningbo, { box, load: 'EMPTY', paper: 'BOOKING:8200000099' });
  const after = (instant: string, ...claims: readonly FactClaim[]): Journey => {
    const facts = concludeAll([off, out, ...claims]).shipments.find(({ anchor }) => anchor === bill);
    if (!facts) throw new Error('the bill has a shipment');
    return deriveJourney(facts, Date.parse(instant), getJourneyRules(Infinity), townAsTold, zonesOf(sampleGazetteer));
  };
  const detention = ({ freeTime }: Journey) => freeTime.filter(({ kind }) => kind === 'DETENTION').map(({ stoppedAt }) => stoppedAt);

  it('costs until then and no longer, and nobody is warned of it', () => {
    const open = after('2026-12-26T00:00:00Z');
    expect(detention(open)).toEqual([null]);
    expect(open.charges.length).toBeGreaterThan(0);
    const over = after('2026-12-26T00:00:00Z', next);
    expect(detention(over)).toEqual([Date.parse('2026-12-15T10:00:00+08:00')]);
    expect(over.charges).toEqual([]);
    const isOpen = ({ exceptions }: Journey) => exceptions.some(({ kind, of, closedAt }) => kind === 'LAST_FREE_DAY' && of === 'DETENTION' && closedAt === null);
    expect([isOpen(open), isOpen(over)]).toEqual([true, false]);
  });

  it('still costs while that is yet to come', () => {
    expect(detention(after('2026-12-12T00:00:00Z', next))).toEqual([null]);
  });
}); // prettier-ignore
