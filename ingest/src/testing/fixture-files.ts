import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { SourceProfile } from 'graph-schema/domain/source';
import type { ReadContext } from '../formats/message-format.ts';

/** One sample message under `formats/<format>/fixtures/<case>.in.<ext>`. */
export interface Fixture {
  /** The folder, which is the id of the format. */
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly context: ReadContext;
  /** `<case>.expected.json`, which may not exist yet. */
  readonly expectation: URL;
}

/** When fixtures are received unless their `<case>.context.json` says otherwise. */
export const FIXTURES_RECEIVED_AT = '2026-11-21T02:00:00Z';

const formatsFolder = new URL('../formats/', import.meta.url);

/** All fixtures, by format and case name. */
export function listFixtures(): Fixture[] {
  const fixtures: Fixture[] = [];
  for (const entry of readdirSync(formatsFolder, { withFileTypes: true })) {
    const folder = new URL(`${entry.name}/fixtures/`, formatsFolder);
    if (!entry.isDirectory() || !existsSync(folder)) continue;
    for (const file of readdirSync(folder).sort()) {
      const name = /^(.+)\.in\.[^.]+$/.exec(file)?.[1];
      if (!name) continue;
      fixtures.push({
        format: entry.name,
        name,
        bytes: new Uint8Array(readFileSync(new URL(file, folder))),
        context: contextOf(new URL(`${name}.context.json`, folder)),
        expectation: new URL(`${name}.expected.json`, folder),
      });
    }
  }
  return fixtures;
}

/** Defaults overlaid with the optional `{ "receivedAt"?, "source"?: Partial<SourceProfile> }` beside the case. */
function contextOf(file: URL): ReadContext {
  const given = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as {
    readonly receivedAt?: string;
    readonly source?: Partial<SourceProfile>;
  };
  return {
    receivedAt: given.receivedAt ?? FIXTURES_RECEIVED_AT,
    source: { ...sampleSource, ...given.source },
    places: sampleGazetteer,
  };
}
