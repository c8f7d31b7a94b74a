import { claim } from 'graph-schema/domain/claim';
import type { Severity } from 'graph-schema/domain/exceptions/exception';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { SummaryPart } from 'graph-schema/domain/summary/summary-change';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { describe, expect, it } from 'vitest';
import type { ToldEntry } from '../feed/told-batch.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { mattersOf, type LookedAt } from './matters-of.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-21T00:00:00Z');
const timeAt = (hours: number): EventTime => {
  const instant = new Date(START + hours * HOUR).toISOString();
  return { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' };
};
const event = (code: EventCode, box: string, classifier: 'ACTUAL' | 'PLANNED' = 'ACTUAL') =>
  claim({
    code,
    classifier,
    time: timeAt(0),
    equipment: { kind: 'CONTAINER', reference: box, sizeType: null, seals: [] },
  });
const base = {
  id: 'e',
  at: new Date(START).toISOString(),
  seq: 1,
  shipment: 's1',
  codes: [],
  claims: [],
  mergedInto: null,
  keys: [],
};
const added = (...claims: ToldEntry['claims']): ToldEntry => ({
  ...base,
  kind: 'ADDED',
  derived: null,
  claims,
});
const derived = (severities: Severity[], parts: SummaryPart[] = []): ToldEntry => ({
  ...base,
  kind: 'DERIVED',
  derived: {
    parts,
    opened: severities.map(() => 'x'),
    closed: [],
    changed: [],
    of: severities.map((severity) => ({ id: 'x', kind: 'ROLLED', severity, openedAt: 0, actor: 'CARRIER' })),
  },
});
interface Seen {
  readonly etas?: readonly number[];
  readonly changedHoursAgo?: number;
  readonly happenings?: readonly (readonly ToldEntry['claims'][number][])[];
}
/** A shipment by the hours at which its arrival was told, one after the other, and by what several tell of alike. */
const view = ({ etas = [], happenings = [], changedHoursAgo = 0 }: Seen = {}) =>
  ({
    id: 's1',
    journey: {
      eta: etas.length > 0 ? { time: timeAt(etas.at(-1) ?? 0) } : null,
      etaChanges: etas.map((hours, index) => ({
        at: START - changedHoursAgo * HOUR,
        from: index > 0 ? timeAt(etas[index - 1] ?? 0) : null,
        to: timeAt(hours),
      })),
      logistics: happenings.map((claims) => ({ claims })),
      documents: [],
    },
  }) as unknown as ShipmentView;
const found = (
  entries: ToldEntry[],
  over: Partial<LookedAt['rule']> = {},
  seen = view(),
  etas: [string, string][] = [],
) =>
  mattersOf({
    reader: 'ann',
    rule: {
      id: 'r',
      filter: { codes: ['GATED_OUT'], exceptions: ['ROLLED'] },
      severity: null,
      etaHours: null,
      hours: { zone: 'UTC', quietFrom: null, quietUntil: null, digestAt: null },
      ...over,
    },
    entries,
    views: new Map([['s1', seen]]),
    etas: new Map(etas),
    at: 1,
  });

describe('what is told by a rule', () => {
  it('is what happened, not what is planned, and of what several tell of one box the first', () => {
    const [a, b, other] = [{ id: 'a', event: event('GATED_OUT', 'B1') }, { id: 'b', event: event('GATED_OUT', 'B1') }, { id: 'c', event: event('GATED_OUT', 'B2') }];
    const seen = view({ happenings: [[a, b, other]] });
    expect(found([added(a)], {}, seen).matters.map(({ of }) => of)).toEqual(['a']);
    expect(found([added(a), added(b, other)], {}, seen).matters.map(({ of }) => of)).toEqual(['a', 'c']);
    // Told before under the name of the first.
    expect(found([added(b)], {}, seen).matters[0]?.names).toContain('ann EVENT s1 a');
    expect(found([added({ id: 'p', event: event('GATED_OUT', 'B1', 'PLANNED') }, { id: 'l', event: event('LOADED', 'B1') })]).matters).toEqual([]);
    expect(found([{ ...added(a), kind: 'WITHDRAWN' }], {}, seen).matters).toEqual([]);
  });

  it('is an exception as grave as asked for, once more when it becomes graver, and not when it becomes less grave', () => {
    expect(found([derived(['INFO'])], { severity: 'WARNING' }).matters).toEqual([]);
    const [grave] = found([derived(['CRITICAL'])], { severity: 'WARNING' }).matters;
    const [less] = found([derived(['WARNING'])], { severity: 'WARNING' }).matters;
    expect(grave?.names).not.toContain(less?.key);
    expect(less?.names).toContain(grave?.key);
    expect(found([derived(['CRITICAL'])], { filter: { exceptions: ['CUSTOMS_STUCK'] } }).matters).toEqual([]);
  });

  it('is an arrival that moved by so many hours from what was told last', () => {
    const moved = (etas: number[], from: number | null = null) =>
      found([derived([], ['eta'])], { etaHours: 12 }, view({ etas }), from === null ? [] : [['s1', timeAt(from).instant]]);
    expect(moved([100]).matters).toEqual([]);
    expect(moved([100, 111]).matters).toEqual([]);
    expect(moved([100, 112]).matters.map(({ kind }) => kind)).toEqual(['ETA']);
    expect(moved([100, 88]).matters).toHaveLength(1);
    // The entry is of something else in it: that it moved was told before the rule heard of it.
    expect(found([derived([], ['eta'])], { etaHours: 12 }, view({ etas: [100, 112], changedHoursAgo: 2 })).matters).toEqual([]);
    // By small steps, too: it is measured from what it was when the rule first heard of it.
    expect(moved([100, 104]).etas).toEqual([{ shipment: 's1', eta: timeAt(100).instant }]);
    expect(moved([100, 104, 108, 112], 100).matters).toHaveLength(1);
    expect(found([derived([], ['phase'])], { etaHours: 12 }, view({ etas: [0, 100] })).matters).toEqual([]);
    expect(found([derived([], ['eta'])], {}, view({ etas: [0, 100] }))).toEqual({ matters: [], etas: [] });
  });
}); // prettier-ignore
