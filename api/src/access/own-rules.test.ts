import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOBODY, OPERATOR } from 'graph-schema/domain/access/asker';
import { findRule } from 'graph-schema/domain/exceptions/rules';
import { afterEach, expect, it, vi } from 'vitest';

const AT = Date.parse('2026-12-01T00:00:00Z');
const DUTY = { kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE' };

afterEach(() => {
  vi.unstubAllEnvs();
  // Rules are read once and kept, and files of tests share their modules: the next one reads its own.
  vi.resetModules();
});

it('judges by the limits of whose journey is looked at: everybody, forwarders, this one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-own-rules-'));
  const limit = (hours: number) => ({ rows: [{ ...DUTY, hours }] });
  const organisations = { FORWARDER: limit(24), org_quick: limit(6) };
  writeFileSync(join(folder, 'exception-rules.json'), JSON.stringify({ ...limit(60), organisations }));
  vi.stubEnv('THROUGHLINE_DATA', folder);
  vi.resetModules();
  const { ownKey, ownRules } = await import('./own-rules.ts');
  const { getRulesOfKey } = await import('graph-schema/reference/own-rules');
  const hours = (organisation: string | null, ...roles: string[]) =>
    findRule(ownRules({ organisation, roles }, AT).exceptions, 'CUSTOMS_STUCK', 'DUTY_DUE')?.hours;
  expect(hours('org_trader', 'TRADER')).toBe(60);
  expect(hours('org_other', 'FORWARDER')).toBe(24);
  expect(hours('org_quick', 'FORWARDER')).toBe(6);
  expect([OPERATOR, NOBODY].map(({ organisation, roles }) => hours(organisation, ...roles))).toEqual([
    60, 60,
  ]);
  // What is stored for all is kept by these keys.
  const keyOf = (organisation: string, role: string) => ownKey({ organisation, roles: [role] });
  const keys = [keyOf('org_trader', 'TRADER'), keyOf('org_other', 'FORWARDER'), keyOf('org_quick', 'FORWARDER'), ownKey(OPERATOR)];
  expect(keys).toEqual([null, 'FORWARDER', 'FORWARDER|org_quick', null]);
  const stored = ['FORWARDER', 'FORWARDER|org_quick'].map((key) => findRule(getRulesOfKey(AT, key).exceptions, 'CUSTOMS_STUCK', 'DUTY_DUE')?.hours);
  expect(stored).toEqual([24, 6]);
  rmSync(folder, { recursive: true });
}); // prettier-ignore
