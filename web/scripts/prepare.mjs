// Fills in what the build needs and git does not keep: typed GraphQL, the map worker, the fallback font.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(web, 'package.json'));
const packageFolder = (name) => dirname(require.resolve(`${name}/package.json`));
const into = (...path) => {
  const folder = join(web, ...path);
  mkdirSync(folder, { recursive: true });
  return folder;
};

into('src', 'gql', 'generated');
const tada = join(packageFolder('gql.tada'), 'bin', 'cli.js');
execFileSync(process.execPath, [tada, 'generate-output'], {
  cwd: web,
  stdio: ['ignore', 'ignore', 'inherit'],
});

// MapLibre 6 starts its worker from a URL, which a bundler cannot see (its own chunk would be named by hash).
const maplibre = join(packageFolder('maplibre-gl'), 'dist');
const vendor = into('public', 'vendor', 'maplibre');
for (const file of ['maplibre-gl-worker.mjs', 'maplibre-gl-shared.mjs'])
  cpSync(join(maplibre, file), join(vendor, file));

// Chinese glyphs for machines that have no Chinese font: a hundred files by range, fetched only when used.
const noto = packageFolder('@fontsource-variable/noto-sans-sc');
const fonts = into('public', 'vendor', 'noto-sans-sc');
cpSync(join(noto, 'files'), join(fonts, 'files'), { recursive: true });
writeFileSync(join(fonts, 'index.css'), readFileSync(join(noto, 'index.css')));
