import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npmCommand } from '../launch/npm-ci.mjs';
import { root } from '../launch/paths.mjs';
import { tryRun } from '../launch/run.mjs';
import { checkFileSizes } from './fence-size.mjs';
import { checkLockFile, checkWords } from './fence-words.mjs';
import { findSchemaBefore } from './schema-before.mjs';

const LIMIT_MS = 10 * 60_000;
const bin = (path) => join(root, 'node_modules', path);

/** A tool that is content when it ends with 0. */
const tool = (name, args) => ({ name, run: () => command(process.execPath, args) });

async function command(program, args) {
  const { code, output } = await tryRun(program, args, { cwd: root, timeoutMs: LIMIT_MS });
  return { problems: code === 0 ? [] : [output.trim() || `ended with ${code}`] };
}

/** The types of one workspace, by its own script, which also makes what the types need. */
const types = (workspace, before = async () => {}) => ({
  name: `types: ${workspace}`,
  run: async () => {
    await before();
    const [npm, args] = npmCommand();
    return command(npm, [...args, 'run', '--silent', 'check', '-w', workspace]);
  },
});

let generated = null;

/** On a fresh clone nothing is built yet: what the types of the web are made of is generated first, once for all checks. */
function webTypes() {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  generated ??= (async () => {
    await tryRun(process.execPath, [join(root, 'web/scripts/prepare.mjs')], { cwd: join(root, 'web'), env });
    await tryRun(process.execPath, [bin('next/dist/bin/next'), 'typegen', 'web'], { cwd: root, env });
  })();
  return generated;
}

/** The linter looks at types too: scripts take those of graph-schema from what it builds. */
const lint = {
  name: 'lint: oxlint',
  run: async () => {
    await webTypes();
    const [npm, args] = npmCommand();
    await tryRun(npm, [...args, 'run', '--silent', 'prepare:client', '-w', 'api'], { cwd: root });
    await tryRun(npm, [...args, 'run', '--silent', 'build', '-w', 'graph-schema'], { cwd: root });
    return command(process.execPath, [bin('oxlint/bin/oxlint'), '--type-aware', '--quiet']);
  },
};

const printSchema = (...more) =>
  tryRun(
    process.execPath,
    ['--conditions=development', '--import', 'tsx', 'api/src/main/print-schema.ts', ...more],
    { cwd: root, timeoutMs: LIMIT_MS },
  );

/** What is printed is kept in git, and takes nothing from those who use it that it had not deprecated before. */
async function checkSdl() {
  const { code, stdout, output } = await printSchema();
  if (code !== 0) return { problems: [output.trim()] };
  const file = readFileSync(join(root, 'api/schema.graphql'), 'utf8');
  const [printed, kept] = [stdout, file].map((text) => text.trimEnd().split('\n'));
  const index = printed.findIndex((line, at) => line !== kept[at]);
  if (index >= 0 || printed.length !== kept.length) {
    const at = index < 0 ? printed.length : index;
    const problem = `api/schema.graphql:${at + 1} differs from the code: "${kept[at] ?? ''}", the code prints "${printed[at] ?? ''}"`;
    const { output: changes } = await printSchema('--compare');
    return { problems: [`${problem}\n${changes.trim()}\nread the difference, then: npm run schema`] };
  }
  const before = await findSchemaBefore(root, process.env['SCHEMA_BASE']);
  if (before.text === null) return { problems: [], note: `${before.why}, so nothing to compare it with` };
  if (before.text === file) return { problems: [], note: `as in ${before.from}` };
  return breaksSince(before);
}

async function breaksSince({ from, text }) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-schema-'));
  try {
    const earlier = join(folder, 'schema.graphql');
    writeFileSync(earlier, text);
    const { code, output } = await printSchema('--since', earlier);
    if (code === 0) return { problems: [], note: `breaks nothing that ${from} had` };
    return {
      problems: [`${output.trim()}\nwhat ${from} had without a deprecation is in use: deprecate it first`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads programs with a package, which a fresh clone has only once it is installed. */
async function checkText() {
  const { checkHardCodedText } = await import('./fence-text.mjs');
  return checkHardCodedText();
}

/** The longest first, so that two at a time end together. Each counts as one test. */
export const CHECKS = [
  types('web', webTypes),
  lint,
  tool('format: prettier', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  types('graph-schema'),
  types('ingest'),
  types('api'),
  { name: 'schema.graphql is what the code says, and breaks nobody', run: checkSdl },
  tool('architecture: dependency-cruiser', [
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config=.dependency-cruiser.cjs',
    'graph-schema/src',
    'ingest/src',
    'api/src',
    'api/client',
    'web/src',
  ]),
  tool('nothing unused: knip', [bin('knip/bin/knip.js'), '--no-progress']),
  { name: 'file sizes', run: checkFileSizes },
  { name: 'words', run: checkWords },
  { name: 'every text of the pages is in the catalogues', run: checkText },
  { name: 'lock file', run: checkLockFile },
];
