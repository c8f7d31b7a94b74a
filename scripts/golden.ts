/**
 * Rewrites the expectations of sample messages: `npm run golden` for all, `npm run golden -- edifact-codeco` for one
 * format. Read the diff before you commit it: an expectation nobody read proves nothing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { listFixtures } from '../ingest/src/testing/fixture-files.ts';
import { goldenForm } from '../ingest/src/testing/golden-form.ts';
import { readFixture } from '../ingest/src/testing/read-fixture.ts';

const wanted = new Set(process.argv.slice(2));
let written = 0;
const fixtures = listFixtures().filter(({ format }) => wanted.size === 0 || wanted.has(format));
for (const fixture of fixtures) {
  const text = `${JSON.stringify(goldenForm(fixture.bytes, readFixture(fixture)), null, 2)}\n`;
  const before = existsSync(fixture.expectation) ? readFileSync(fixture.expectation, 'utf8') : null;
  if (before === text) continue;
  writeFileSync(fixture.expectation, text);
  written += 1;
  console.log(`${before === null ? 'new    ' : 'changed'} ${fixture.format}/${fixture.name}`);
}
console.log(`${fixtures.length} samples, ${written} expectations written`);
