import { isUtf8 } from 'node:buffer';
import type { Interpretation } from 'graph-schema/domain/message';
import { collectFindings, type Findings } from '../../syntax/findings.ts';
import { asObject } from '../../syntax/json-fields.ts';
import { readJsonRecords } from '../../syntax/json-records.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readWholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { ClaimContext, SenderContext, Where } from '../claim-context.ts';
import { PlacesAndTimes } from '../ports/place-and-time.ts';
import { Repeats } from '../repeats.ts';
import type { NamedFields, NamedRecord } from './named-fields.ts';

export interface PortContext extends ClaimContext {
  readonly placesAndTimes: PlacesAndTimes;
}

export type ReadNamedRecord = (record: NamedRecord, where: Where) => UnitOutcome;

/** Where vendors keep the list of records; anything else is one record. */
const LISTS = [
  ['data'], ['data', 'list'], ['data', 'records'], ['data', 'rows'], ['list'], ['records'], ['rows'], ['items'],
  ['body'], ['body', 'location'], ['result'], ['result', 'data'], ['positions'], ['gps'], ['events'], ['content'],
] as const; // prettier-ignore

interface WrittenRecord extends Where {
  readonly object: Readonly<Record<string, unknown>>;
}

/**
 * Messages of ports and platforms in JSON or XML: each record is a unit and stands alone. In XML a record is the
 * outermost element that has one of the fields `key` among its children.
 */
export function interpretNamed(
  bytes: Uint8Array,
  { source, places }: SenderContext,
  fields: NamedFields,
  key: readonly string[],
  open: (context: PortContext) => ReadNamedRecord,
): Interpretation {
  const findings = collectFindings();
  const claims: ClaimContext = { source, places, findings };
  const read = open({ ...claims, placesAndTimes: new PlacesAndTimes(claims) });
  const isXml = bytes.find((byte) => byte > 0x20 && byte < 0x7f) === 0x3c;
  const records = isXml
    ? xmlRecords(bytes, source.defaultCharset, fields, key, findings)
    : jsonRecords(wholeCharacters(bytes), source.defaultCharset, findings);
  if (records.length === 0) {
    if (findings.issues.length === 0)
      findings.add('MISSING_FIELD', 'ERROR', isXml ? 'document' : '$', key.join(', '), null);
    return interpretUnits([NOTHING], findings);
  }
  const repeats = new Repeats(findings);
  const outcomes = records.map((record) => {
    if (!record) return NOTHING;
    const outcome = read(fields.read(record.object), { at: record.at, span: record.span });
    repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], record);
    if (!outcome.message) repeats.notePositions(outcome.positions ?? [], record);
    return outcome;
  });
  return interpretUnits(outcomes, findings);
}

/** A message cut within a character is UTF-8 all the same: its records before the cut are to read as they would whole. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes;
  for (let cut = 1; cut <= 3; cut += 1) {
    const shorter = bytes.subarray(0, bytes.length - cut);
    if (isUtf8(shorter)) return shorter;
  }
  return bytes;
}

function jsonRecords(bytes: Uint8Array, charset: string, findings: Findings): (WrittenRecord | null)[] {
  const options = { maxDepth: 32, lists: LISTS };
  return readJsonRecords(bytes, charset, options, findings).map(({ value, span, path, wrapper }) => {
    const record = asObject(value);
    if (!record) {
      findings.add('BAD_SYNTAX', 'ERROR', path, null, span);
      return null;
    }
    // What the wrapper says holds for all of its records, after what each says itself.
    return { object: wrapper ? { ...record, ...wrapper, ...record } : record, at: path, span };
  });
}

function xmlRecords(
  bytes: Uint8Array,
  charset: string,
  fields: NamedFields,
  key: readonly string[],
  findings: Findings,
): (WrittenRecord | null)[] {
  const document = readWholeXml(bytes, charset, findings);
  if (!document) return [null];
  const records: WrittenRecord[] = [];
  const visit = (element: XmlElement): void => {
    if (element.children.some(({ name }) => key.includes(fields.fieldOf(name) ?? ''))) {
      const at = `${element.name}[${records.length + 1}]`;
      records.push({ object: xmlRecord(element), at, span: document.spanOf(element) });
    } else element.children.forEach(visit);
  };
  visit(document.root);
  return records;
}

/** Children by name; a name that stands several times is a list. */
export function xmlRecord(element: XmlElement): Record<string, unknown> {
  const values = new Map<string, unknown[]>();
  for (const child of element.children) {
    const value = child.children.length > 0 ? xmlRecord(child) : child.text;
    values.set(child.name, [...(values.get(child.name) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list]));
}
