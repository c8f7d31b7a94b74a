import { loadCodeList } from 'graph-schema/reference/code-list';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { decodeName } from '../../claims/json/named-in-head.ts';
import { Repeats } from '../../claims/repeats.ts';
import { comparable } from '../../syntax/csv-columns.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretUnits, NOTHING } from '../../syntax/units.ts';
import { readWholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { MessageFormat } from '../message-format.ts';
import { FIELDS, readNote } from './read-note.ts';

const ROOTS = new Map(
  loadCodeList('cim-smgs-note/roots').rows.map(({ code, canonical }) => [comparable(code), canonical]),
);
/** A note of any mode says in its type, its namespace, or an element, that it is one of rail. */
const SAYS_RAIL =
  /[Nn]ote\s[^>]*?(?:=\s*["']CIM\b|\b(?:SMGS|smgs)\b)|<(?:[\w.-]+:)?e?(?:CIM|Cim|cim|SMGS|Smgs|smgs)(?![a-z])|>\s*e?-?(?:CIM|SMGS)(?:\s*[/-]\s*(?:CIM|SMGS))?\s*</;
const JSON_OPTIONS = {
  maxDepth: 32,
  lists: [['notes'], ['consignmentNotes'], ['data', 'list'], ['data']],
} as const;

/**
 * Electronic consignment notes of rail: CIM (e-CIM), SMGS (e-SMGS) and both in one (CIM/SMGS), as XML and as JSON.
 *
 *   <CIMSMGSConsignmentNote>
 *     noteNumber [cimNumber] [messageFunction] [messageDateTime]
 *     consignor{name code} consignee{…} [carriers*{…}] departureStation{name code} destinationStation{…} [borderStations*]
 *     contractDate [arrivalDate] [deliveryDate]
 *     wagons*{wagonNumber} containers*{containerNumber sizeType seals*} goods*{description nhm packages packing massKg}
 *     [reloads*{station date wagons*}] </…>
 *
 * Names are data (lists `cim-smgs-note/fields` and `cim-smgs-note/roots`), in English and Russian. See README.
 */
export const cimSmgsNote: MessageFormat<'cim-smgs-note'> = {
  id: 'cim-smgs-note',
  name: { en: 'CIM and SMGS consignment note (electronic)', zh: '国际货约/国际货协电子运单' },
  mediaTypes: ['application/xml', 'text/xml', 'application/json'],
  detect: (head) => (head.startsWith('<') ? isNoteRoot(head) : isNoteJson(head)),
  read: (bytes, context) => {
    if (!isXml(bytes)) {
      return interpretJson(
        bytes,
        context,
        JSON_OPTIONS,
        (scope) => (record, where) => readNote(FIELDS.readJson(record), where, scope),
      );
    }
    const findings = collectFindings();
    const scope = { source: context.source, places: context.places, findings };
    const whole = readWholeXml(bytes, context.source.defaultCharset, findings);
    if (!whole) return interpretUnits([NOTHING], findings);
    const notes = notesIn(whole.root);
    if (notes.length === 0)
      findings.add('BAD_SYNTAX', 'ERROR', 'document', 'no consignment note inside', whole.spanOf(whole.root));
    const repeats = new Repeats(findings);
    const outcomes = notes.map((element, index) => {
      const at = notes.length === 1 ? element.name : `${element.name}[${index + 1}]`;
      const where = { at, span: whole.spanOf(element) };
      const outcome = readNote(FIELDS.readXml(withoutHead(element)), where, scope);
      repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], where);
      return outcome;
    });
    return interpretUnits(outcomes.length > 0 ? outcomes : [NOTHING], findings);
  },
};

/** Several notes may stand in a root of any name. */
function notesIn(element: XmlElement): readonly XmlElement[] {
  return ROOTS.has(comparable(element.name)) ? [element] : element.children.flatMap(notesIn);
}

/** What stands in a head of its own stands in the note. */
function withoutHead(note: XmlElement): XmlElement {
  const children = note.children.flatMap((child) =>
    FIELDS.means(child.name, 'head') && child.children.length > 0 ? child.children : [child],
  );
  return { ...note, children };
}

function isXml(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 256))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .startsWith('<');
}

/** The root, or its first element where the root is an envelope. */
function isNoteRoot(head: string): boolean {
  const names = [...head.matchAll(/<(?:[\w.-]+:)?([^\s<>/?!:]{1,60})/g)].slice(0, 5);
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1] ?? null;
  return names.some(([, name = '']) => {
    const root = comparable(decodeName(name, declared));
    return ROOTS.has(root) && (ROOTS.get(root) === null || SAYS_RAIL.test(head));
  });
}

/** A number of a note by a name that only notes have, with both stations. */
function isNoteJson(head: string): boolean {
  if (!/^[{[]/.test(head) || !/note|smgs|cim|накладн|СМГС/i.test(decodeName(head.slice(0, 2000))))
    return false;
  const named = FIELDS.namedIn(head);
  return (
    (named.has('number') || named.has('cimNumber')) &&
    named.has('from') &&
    named.has('to') &&
    !/"ydid"/i.test(head)
  );
}
