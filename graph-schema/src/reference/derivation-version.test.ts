import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { derivationVersion } from './derivation-version.ts';

it('is another one once an organisation changes its limits, and the same as before when it takes them back', () => {
  const data = mkdtempSync(join(tmpdir(), 'throughline-version-'));
  const bundled = derivationVersion(data);
  expect(derivationVersion(data)).toBe(bundled);
  const changes = join(data, 'exception-rules.json');
  writeFileSync(changes, '{ "rows": [{ "kind": "DWELL_OVER_LIMIT", "of": null, "hours": 24 }] }');
  expect(derivationVersion(data)).not.toBe(bundled);
  rmSync(changes);
  expect(derivationVersion(data)).toBe(bundled);
  rmSync(data, { recursive: true });
});
