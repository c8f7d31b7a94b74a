import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../launch/npm-ci.mjs';
import { root } from '../launch/paths.mjs';
import { tryRun } from '../launch/run.mjs';
import { checkFileSizes } from './fence-size.mjs';
import { checkLockFile, checkWords } from './fence-words.mjs';

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

async function checkSdl() {
  const args = ['--conditions=development', '--import', 'tsx', 'api/src/main/print-schema.ts'];
  const { code, stdout, output } = await tryRun(process.execPath, args, { cwd: root, timeoutMs: LIMIT_MS });
  if (code !== 0) return { problems: [output.trim()] };
  const [printed, kept] = [stdout, readFileSync(join(root, 'api/schema.graphql'), 'utf8')].map((text) =>
    text.trimEnd().split('\n'),
  );
  const index = printed.findIndex((line, at) => line !== kept[at]);
  if (index < 0 && printed.length === kept.length) return { problems: [] };
  const at = index < 0 ? printed.length : index;
  const problem = `api/schema.graphql:${at + 1} differs from the code: "${kept[at] ?? ''}", the code prints "${printed[at] ?? ''}"`;
  const { output: changes } = await tryRun(process.execPath, [...args, '--compare'], {
    cwd: root,
    timeoutMs: LIMIT_MS,
  });
  return { problems: [`${problem}\n${changes.trim()}\nread the difference, then: npm run schema`] };
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
  { name: 'schema.graphql is what the code says', run: checkSdl },
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
