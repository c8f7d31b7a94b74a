import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { derivationVersion } from './derivation-version.ts';

it.each([
  ['exception-rules.json', '{ "rows": [{ "kind": "DWELL_OVER_LIMIT", "of": null, "hours": 24 }] }'],
  ['tariffs.json', '{ "rows": [] }'],
  ['holidays.json', '{ "countries": [] }'],
])('is another one once there is an own %s, and the same as before when it is taken back', (name, text) => {
  const data = mkdtempSync(join(tmpdir(), 'throughline-version-'));
  const bundled = derivationVersion(data);
  expect(derivationVersion(data)).toBe(bundled);
  const changes = join(data, name);
  writeFileSync(changes, text);
  expect(derivationVersion(data)).not.toBe(bundled);
  rmSync(changes);
  expect(derivationVersion(data)).toBe(bundled);
  rmSync(data, { recursive: true });
});
