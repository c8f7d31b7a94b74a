import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../journey/derive-journey.ts';
import { getJourneyRules } from '../../reference/journey-rules.ts';
import { factsOf, ship, told } from '../../testing/journey-story.ts';
import { ningbo, rotterdam, singapore } from '../../testing/sample-locations.ts';
import { summaryChange } from './summary-change.ts';
import { attentionOf, summaryOf, type ShipmentSummary } from './summary.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', '9074729');
const meridian = ship('MERIDIAN', '012W', '9321483');
const facts = factsOf(bill, [
  told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: meridian, paper: bill, heard: '2026-10-01T00:00:00Z' }),
  told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { box, load: 'FULL', on: kapok, paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { box, load: 'FULL', on: kapok, paper: bill }),
]); // prettier-ignore
const at = (instant: string) => {
  const now = Date.parse(instant);
  return summaryOf(deriveJourney(facts, now, getJourneyRules(now)));
};

describe('the summary of a journey', () => {
  it('says where it is, what comes next and what is wrong, and nothing of what has closed', () => {
    const early = at('2026-11-01T00:00:00Z');
    expect(early).toMatchObject({ phase: 'AT_TRANSSHIPMENT', place: { unLocode: 'SGSIN' }, exceptions: [] });
    expect(early.next).not.toBeNull();
    expect(attentionOf(early)).toBeNull();
    const late = at('2026-11-07T00:00:00Z');
    expect(late.exceptions.map(({ kind }) => kind)).toContain('DWELL_OVER_LIMIT');
    expect(attentionOf(late)).not.toBeNull();
  });

  it('tells what opened and closed, reads the same out of its JSON, and is silent where nothing is different', () => {
    const early = at('2026-11-01T00:00:00Z');
    const late = at('2026-11-07T00:00:00Z');
    const kept = JSON.parse(JSON.stringify(late)) as ShipmentSummary;
    const ids = late.exceptions.map(({ id }) => id);
    expect(summaryChange(kept, at('2026-11-07T00:00:01Z'))).toBeNull();
    expect(summaryChange(early, late)).toMatchObject({ opened: ids, closed: [], changed: [] });
    expect(summaryChange(kept, early)).toMatchObject({ opened: [], closed: ids });
    expect(summaryChange(null, early)?.parts).toEqual(expect.arrayContaining(['phase', 'place', 'next']));
  });
});
