/**
 * Starts a format: `npm run new:format <id>`. Makes the folder with a descriptor, a README and an empty fixtures
 * folder, and says what is left to do.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

const id = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  console.error(
    'usage: npm run new:format <id>, kebab-case with the wire version: dcsa-tnt-3, cargo-imp-fwb',
  );
  process.exit(1);
}
const folder = new URL(`../ingest/src/formats/${id}/`, import.meta.url);
if (existsSync(folder)) {
  console.error(`ingest/src/formats/${id} exists already`);
  process.exit(1);
}
const constant = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

mkdirSync(new URL('fixtures/', folder), { recursive: true });
writeFileSync(
  new URL('index.ts', folder),
  `import type { Interpretation } from 'graph-schema/domain/message';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretUnits, NOTHING } from '../../syntax/units.ts';
import type { MessageFormat, ReadContext } from '../message-format.ts';

// Grammar and the clause of its specification: …

/** What the message is, from which version of the specification. */
export const ${constant} = {
  id: '${id}',
  name: { en: '${id}', zh: '${id}' },
  mediaTypes: ['text/plain'],
  detect: (head) => head.startsWith('…'),
  read,
} as const satisfies MessageFormat;

function read(bytes: Uint8Array, _context: ReadContext): Interpretation {
  const findings = collectFindings();
  const span = { start: 0, end: bytes.length };
  findings.add('UNSUPPORTED', 'ERROR', 'message', 'not read yet', span);
  return interpretUnits([NOTHING], findings);
}
`,
);
writeFileSync(
  new URL('README.md', folder),
  `# ${id}

Grammar · codes that are read · pitfalls (who sends what otherwise).
`,
);
console.log(`ingest/src/formats/${id} is there. Now:
1. Put samples into fixtures/<case>.in.<ext>: the clean case, another dialect, a damaged one that is rejected in part.
   Optional <case>.context.json: { "receivedAt"?, "source"?: part of a SourceProfile }.
2. Add the import and the line for ${constant} to ingest/src/formats/index.ts.
3. npm run golden -- ${id}, and read what it wrote.
4. npx vitest run --project unit ingest/src/formats: the table of goldens and the laws cover it without test code.`);
