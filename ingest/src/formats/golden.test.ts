import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFixtures } from '../testing/fixture-files.ts';
import { goldenForm } from '../testing/golden-form.ts';
import { detectAll, readFixture } from '../testing/read-fixture.ts';
import { FORMATS } from './index.ts';
import type { MessageFormat } from './message-format.ts';

const fixtures = listFixtures();

describe('goldens: every sample message is read as its expectation says', () => {
  it.each(fixtures.map((fixture) => [fixture.format, fixture.name, fixture] as const))(
    '%s: %s',
    (format, name, fixture) => {
      expect(detectAll(fixture.bytes), 'detection picks this format and no other').toEqual([format]);
      const read: unknown = JSON.parse(JSON.stringify(goldenForm(fixture.bytes, readFixture(fixture))));
      if (!existsSync(fixture.expectation)) {
        writeFileSync(fixture.expectation, `${JSON.stringify(read, null, 2)}\n`);
        expect.fail(`${name}.expected.json is new: read it, commit it`);
      }
      expect(read).toEqual(JSON.parse(readFileSync(fixture.expectation, 'utf8')));
    },
  );

  // A notice of what was not taken takes nothing.
  const takers = (FORMATS as readonly MessageFormat[]).filter(({ id }) => id !== 'not-taken-1');
  it.each(takers.map(({ id }) => id))(
    '%s has a sample that it takes and one that it rejects in part',
    (id) => {
      const own = fixtures.filter((fixture) => fixture.format === id).map((fixture) => readFixture(fixture));
      expect(own.some(({ issues }) => issues.every((issue) => issue.severity !== 'ERROR'))).toBe(true);
      expect(own.some(({ issues }) => issues.some((issue) => issue.severity === 'ERROR'))).toBe(true);
    },
  );
});
