import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureMaven } from './java.mjs';
import { run } from './run.mjs';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

/** Copies artifacts and, when asked, all they need at run time into `into`. */
export async function copyArtifacts(coordinates, { into, transitive, log }) {
  const maven = await ensureMaven({ log });
  const project = `${into}.pom`;
  mkdirSync(project, { recursive: true });
  try {
    writeFileSync(join(project, 'pom.xml'), pom(coordinates, transitive));
    await run(
      maven,
      ['-B', '-q', `${PLUGIN}:copy-dependencies`, `-DoutputDirectory=${into}`, '-DincludeScope=runtime'],
      { cwd: project, timeoutMs: 20 * 60_000 },
    );
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function pom(coordinates, transitive) {
  const none =
    '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>';
  const dependencies = coordinates.map((coordinate) => {
    const [group, artifact, version] = coordinate.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${transitive ? '' : none}</dependency>`;
  });
  return `<project><modelVersion>4.0.0</modelVersion><groupId>throughline</groupId><artifactId>fetch</artifactId><version>1</version><dependencies>${dependencies.join('')}</dependencies></project>\n`;
}
