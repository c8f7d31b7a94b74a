// npm run conformance [-- DIR] [--json]: reads every file under DIR (../shared/samples by default) with no hint but its
// content, and says what was made of it. A data file that no format claims is a failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { PROFILE_DEFAULTS } from '../../graph-schema/src/domain/source.ts';
import type { Interpretation } from '../../graph-schema/src/domain/message.ts';
import { loadGazetteer } from '../../graph-schema/src/reference/load-gazetteer.ts';
import { FORMATS } from '../../ingest/src/formats/index.ts';
import { readMessage } from '../../ingest/src/pipeline/read.ts';
import { root } from '../launch/paths.mjs';
import { equipmentOf } from './equipment.ts';
import { isNotData } from './not-data.ts';
import { partsOf } from './parts.ts';

/** What was made of one file. `equipment`: container numbers as read, each once; `unmapped`: `list: code`. */
interface FileReport {
  readonly file: string;
  /** Null: no format claims it. */
  readonly format: string | null;
  readonly messages: number;
  readonly events: number;
  readonly equipment: readonly string[];
  readonly issues: Readonly<Record<string, number>>;
  readonly unmapped: readonly string[];
}

const NOTHING = { messages: 0, events: 0, equipment: [], issues: {}, unmapped: [] };
const context = {
  receivedAt: new Date().toISOString(),
  source: { ...PROFILE_DEFAULTS, id: 'conformance', name: 'Conformance', kind: 'OPERATOR' },
  places: loadGazetteer(),
} as const;

/** What was made of a part of a file, its sets still open. */
interface PartReport extends Pick<FileReport, 'messages' | 'events' | 'issues'> {
  readonly formats: readonly string[];
  readonly equipment: readonly string[];
  readonly unmapped: readonly string[];
}

function reportOf(file: string, bytes: Uint8Array): FileReport {
  if (isNotData(file, bytes)) return { file, format: 'not-data', ...NOTHING };
  const formats = new Set<string>();
  const equipment = new Set<string>();
  const unmapped = new Set<string>();
  const issues: Record<string, number> = {};
  let [messages, events] = [0, 0];
  for (const part of partsOf(bytes)) {
    const read = readPart(part);
    messages += read.messages;
    events += read.events;
    for (const one of read.formats) formats.add(one);
    for (const one of read.equipment) equipment.add(one);
    for (const one of read.unmapped) unmapped.add(one);
    for (const [code, count] of Object.entries(read.issues)) issues[code] = (issues[code] ?? 0) + count;
  }
  const format = formats.size > 0 ? [...formats].join('+') : null;
  return { file, format, messages, events, equipment: [...equipment], issues, unmapped: [...unmapped] };
}

function readPart(bytes: Uint8Array): PartReport {
  const { format, messages, interpretation } = readMessage(bytes, context, FORMATS);
  const issues: Record<string, number> = {};
  for (const { code } of interpretation.issues) issues[code] = (issues[code] ?? 0) + 1;
  return {
    formats: format?.split('+') ?? [],
    messages,
    events: interpretation.messages.reduce((total, { attested }) => total + attested.length, 0),
    equipment: equipmentOf(
      interpretation,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
    ),
    issues,
    unmapped: unmappedOf(interpretation),
  };
}

function unmappedOf({ issues }: Interpretation): string[] {
  const codes = issues.flatMap(({ code, list, value }) =>
    code === 'UNMAPPED_CODE' ? [list === null ? (value ?? '') : `${list}: ${value ?? ''}`] : [],
  );
  return [...new Set(codes)];
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(path);
      return entry.isFile() ? [path] : [];
    });
}

function inWords({ file, format, messages, events, equipment, issues, unmapped }: FileReport): string {
  if (format === 'not-data') return `not-data  ${file}`;
  const counted = Object.entries(issues).map(([code, count]) => `${code} ${count}`);
  return [
    `${format === null ? 'UNCLAIMED' : 'ok       '} ${file}`,
    `          ${format ?? '-'}: messages ${messages}, events ${events}, equipment ${equipment.length === 0 ? '-' : equipment.join(' ')}`,
    ...(counted.length > 0 ? [`          issues ${counted.join(', ')}`] : []),
    ...(unmapped.length > 0 ? [`          unmapped ${unmapped.join('; ')}`] : []),
  ].join('\n');
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = positionals[0] ?? join(root, '../shared/samples');
if (!existsSync(folder)) {
  console.error(`skipped: there is no ${relative(process.cwd(), folder)}`);
} else {
  let [read, notData, unclaimed] = [0, 0, 0];
  for (const path of listFiles(folder)) {
    const report = reportOf(relative(folder, path), new Uint8Array(readFileSync(path)));
    read += 1;
    if (report.format === 'not-data') notData += 1;
    if (report.format === null) unclaimed += 1;
    console.log(values.json ? JSON.stringify(report) : inWords(report));
  }
  console.error(
    `${read} files: ${read - notData - unclaimed} claimed, ${notData} not data, ${unclaimed} unclaimed`,
  );
  if (unclaimed > 0) process.exitCode = 1;
}
