import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { findRule } from '../domain/exceptions/rules.ts';
import { deriveJourney } from '../domain/journey/derive-journey.ts';
import type { JourneyFacts } from '../domain/journey/facts.ts';

const at = (instant: string) => Date.parse(instant);
const CHANGE = '2027-01-01T00:00:00Z';

/** A data folder of which an organisation's limits are set and dated, read by modules of its own. */
async function withChanges(changes: object) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-in-force-'));
  writeFileSync(join(folder, 'exception-rules.json'), JSON.stringify(changes));
  vi.stubEnv('THROUGHLINE_DATA', folder);
  vi.resetModules();
  const { getJourneyRules } = await import('./journey-rules.ts');
  return { getJourneyRules, remove: () => rmSync(folder, { recursive: true }) };
}

afterEach(() => {
  vi.unstubAllEnvs();
  // What is read is kept, and files of tests share their modules.
  vi.resetModules();
});

it('judges by what was in force then, says which rules those were, and looks again when others begin', async () => {
  const duty = { kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE' };
  const { getJourneyRules, remove } = await withChanges({
    rows: [
      { ...duty, hours: 60, validTo: CHANGE },
      { ...duty, hours: 24, validFrom: CHANGE },
    ],
    organisations: { sample: { rows: [{ ...duty, hours: 12 }], validFrom: '2027-06-01' } },
  });
  const hours = (instant: string, organisation: string | null = null) => {
    const rules = getJourneyRules(at(instant), organisation === null ? null : { organisation, roles: [] });
    return findRule(rules.exceptions, 'CUSTOMS_STUCK', 'DUTY_DUE')?.hours;
  };
  expect(hours('2026-12-31T23:59:59Z')).toBe(60);
  expect(hours(CHANGE)).toBe(24);
  expect([hours('2027-05-31T00:00:00Z', 'sample'), hours('2027-06-01T00:00:00Z', 'sample')]).toEqual([
    24, 12,
  ]);
  const [before, after] = [getJourneyRules(at('2026-12-01T00:00:00Z')), getJourneyRules(at(CHANGE))];
  expect(before.editions[0]).toMatchObject({ set: 'EXCEPTIONS', since: null, isChanged: true });
  expect(after.editions[0]).toMatchObject({ set: 'EXCEPTIONS', since: at(CHANGE), isChanged: true });
  const facts: JourneyFacts = { shipmentId: 's', anchor: 'MASTER_BILL:ABCD1', master: null, houses: [], documents: [], cycles: [], claims: [] }; // prettier-ignore
  expect(deriveJourney(facts, at('2026-12-01T00:00:00Z'), before).changesAt).toBe(at(CHANGE));
  remove();
});

it('refuses today what cannot be meant next year', async () => {
  const { getJourneyRules, remove } = await withChanges({
    rows: [{ kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE', hours: -1, validFrom: CHANGE }],
  });
  expect(() => getJourneyRules(at('2026-12-01T00:00:00Z'))).toThrow('hours are negative');
  remove();
});
