import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTORS, EXCEPTION_KINDS, SEVERITIES } from '../exceptions/exception.ts';
import { deriveJourney } from '../journey/derive-journey.ts';
import { factsOf, told } from '../../testing/journey-story.ts';
import { ningbo } from '../../testing/sample-locations.ts';
import { changeFor, judgedChange, type JudgedSummary } from './own-change.ts';
import { ownFacets, ownSummaries, summaryFor } from './own-summary.ts';
import type { SummaryChange } from './summary-change.ts';
import { summaryOf, type SummaryException } from './summary.ts';

const KEYS = ['CARRIER', 'FORWARDER', 'FORWARDER|org_quick'] as const;
const AT = Date.parse('2026-11-07T00:00:00Z');
const facts = factsOf('MASTER_BILL:COSU6400000017', [told('TERMINAL', 'GATED_IN', '2026-10-25 22:48', ningbo, { box: 'CSQU3054383', load: 'FULL', paper: 'MASTER_BILL:COSU6400000017' })]); // prettier-ignore
const plain = summaryOf(deriveJourney(facts, AT));

const exception = fc.record<SummaryException>({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom(...EXCEPTION_KINDS),
  severity: fc.constantFrom(...SEVERITIES),
  openedAt: fc.constant(AT),
  actor: fc.constantFrom(...ACTORS),
});
const open = fc.uniqueArray(exception, { selector: ({ id }) => id, maxLength: 4 });
/** What is open by the limits for everybody, and by those of each key that there was then. */
const judged = fc.record({ house: open, by: fc.dictionary(fc.constantFrom(...KEYS), open) });

function summaryBy({ house, by }: { house: SummaryException[]; by: Record<string, SummaryException[]> }): JudgedSummary {
  const summary = { ...plain, exceptions: house };
  return { summary, own: ownSummaries(house, new Map(Object.entries(by)), 0) };
} // prettier-ignore

const openFor = ({ summary, own }: JudgedSummary, key: string | null) =>
  summaryFor(summary, own, key).exceptions;

/** What somebody has who had what was open before, and then takes what he is told. */
function taken(before: readonly SummaryException[], change: SummaryChange | null): SummaryException[] {
  const was = new Map(before.map((one) => [one.id, one]));
  for (const id of change?.closed ?? []) was.delete(id);
  const fresh = new Set([...(change?.opened ?? []), ...(change?.changed ?? [])]);
  for (const one of change?.of ?? []) if (fresh.has(one.id)) was.set(one.id, one);
  return byId([...was.values()]);
}

function byId(exceptions: readonly SummaryException[]): SummaryException[] {
  return [...exceptions].sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('what became of exceptions, by the limits of each', () => {
  it('leads whoever takes it to what is open by his own limits, and tells nothing where they find nothing else', () => {
    fc.assert(
      fc.property(judged, judged, fc.constantFrom(null, ...KEYS, 'NOBODY'), (first, second, key) => {
        const [before, now] = [summaryBy(first), summaryBy(second)];
        const all = judgedChange(before, now);
        const change = all && changeFor(all, key);
        expect(taken(openFor(before, key), change)).toEqual(byId(openFor(now, key)));
        if (JSON.stringify(openFor(before, key)) === JSON.stringify(openFor(now, key)))
          expect(change).toBeNull();
      }),
    );
  });

  it('tells nobody what others have set: without them he is told the same', () => {
    fc.assert(
      fc.property(judged, judged, fc.constantFrom(null, ...KEYS), (first, second, key) => {
        const only = ({ house, by }: typeof first) => ({
          house,
          by: Object.fromEntries(Object.entries(by).filter(([name]) => name === key)),
        });
        const withOthers = judgedChange(summaryBy(first), summaryBy(second));
        const alone = judgedChange(summaryBy(only(first)), summaryBy(only(second)));
        const [given, expected] = [withOthers, alone].map((change) => change && changeFor(change, key));
        expect(given).toEqual(expected);
        expect(Object.keys(given ?? {})).not.toContain('own');
      }),
    );
  });

  it('is kept only where it is otherwise, and found by the terms of each key', () => {
    fc.assert(
      fc.property(judged, ({ house, by }) => {
        const { own } = summaryBy({ house, by });
        const others = Object.keys(by).filter((key) => JSON.stringify(by[key]) !== JSON.stringify(house));
        expect(Object.keys(own).sort()).toEqual(others.sort());
        const terms = ownFacets(new Map(Object.entries(by)), own);
        expect(terms.filter((term) => term.startsWith('JUDGED:')).sort()).toEqual(Object.keys(by).map((key) => `JUDGED:${key}`).sort());
        for (const [key, exceptions] of Object.entries(by))
          for (const kind of EXCEPTION_KINDS)
            expect(terms.includes(`EXCEPTION@${key}:${kind}`)).toBe(exceptions.some((one) => one.kind === kind));
      }),
    );
  });
}); // prettier-ignore
