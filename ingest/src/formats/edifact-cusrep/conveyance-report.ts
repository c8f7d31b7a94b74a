import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { HomePorts } from '../../claims/edifact-lists/call-stamps.ts';
import { customsPlace } from '../../claims/edifact-lists/customs-papers.ts';
import { readRunCalls } from '../../claims/edifact-lists/run-calls.ts';
import { readTransportPaper, TRANSPORT_PAPERS } from '../../claims/edifact-lists/transport-papers.ts';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import { readConveyance } from '../../claims/edifact/conveyance.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';
import { readReferences } from '../../claims/edifact/reference.ts';
import { cutGroups, spanOf, type SegmentGroup } from '../../claims/edifact/segments.ts';
import { isFiller } from '../../claims/ports/document.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/**
 * CUSREP: a ship, aircraft or truck is reported to customs.
 *
 *   BGM { DTM } { RFF } { LOC } [NAD] { DOC + 1001 + number { RFF+AAM } } { TDT { LOC { DTM } } } { EQD [SEL] }
 */
const NAMES = loadCodeList('edifact-cusrep/bgm-1001');
const HOME: HomePorts = { arrival: ['60', '153', '8', '11'], departure: ['5', '9', '60'] };
const PLACES = ['60', '22', '14', '5'];

/** The calls of the run, a unit each, and a unit for each paper that the report names. */
export function readConveyanceReport(head: MessageHead, context: EdifactContext): MessageUnit[] {
  const { segments, at, span } = head.message;
  const row = NAMES.find(head.code ?? '');
  if (row && row.canonical === null) return [{ events: [], span, hasNoContent: true }];
  const tdt = segments.find(({ tag }) => tag === 'TDT') ?? null;
  const run = tdt && readConveyance(tdt, segments, tdt.read(2) === null ? 'VESSEL' : null, at, context);
  const papers = listPapers(segments, run, at, withCarriers(segments, context, true));
  const hasTimes = segments.some((segment) => segment.tag === 'DTM' && !segment.is('DTM', '137'));
  const calls = run && (hasTimes || papers.length === 0) ? readRunCalls(head, HOME, context) : [];
  if (head.code !== null && !row) context.findings.unmapped(NAMES, head.code, `${at}/BGM`, head.bgm);
  const usual = head.code === null ? 'ARRIVAL_REPORT_SUBMITTED' : 'UNMAPPED_DOCUMENT';
  const code = (row?.canonical ?? usual) as EventCode;
  const time = papers.length > 0 ? documentTime([], [], head, context) : null;
  const place = customsPlace(PLACES, segments, at, context)?.ref ?? null;
  const units = papers.map(({ documents, span: own }) => {
    const rawCode = head.code ?? 'CUSREP';
    const said =
      time && claim({ code, classifier: 'ACTUAL', time, place, transport: run, documents, rawCode });
    return { events: said ? [said] : [], span: own };
  });
  if (calls.length + units.length > 0) return [...calls, ...units];
  context.findings.add('MISSING_FIELD', 'ERROR', at, tdt ? 'vessel, flight or truck' : 'TDT or DOC', span);
  return [{ events: [], span }];
}

interface NamedPaper {
  readonly documents: readonly DocumentRef[];
  readonly span: MessageUnit['span'];
}

/** Each DOC with its references; without any DOC the papers of the header, but not the sender's own reference. */
function listPapers(
  segments: readonly EdifactSegment[],
  run: TransportRef | null,
  at: string,
  context: EdifactContext,
): NamedPaper[] {
  const { groups } = cutGroups(segments, ['DOC', 'TDT', 'NAD', 'EQD']);
  const named = groups.filter(([first]) => first.tag === 'DOC');
  if (named.length > 0)
    return named.flatMap((group, index) => readPaper(group, run, `${at}/DOC[${index + 1}]`, context));
  const references = segments.filter((segment) => segment.tag === 'RFF' && !segment.is('RFF', 'ABO'));
  const [first, ...more] = references;
  if (!first) return [];
  const span = { start: first.start, end: (more.at(-1) ?? first).end };
  const documents = readReferences(references, { at: `${at}/RFF`, span }, context);
  return documents.length > 0 ? [{ documents, span }] : [];
}

function readPaper(
  group: SegmentGroup,
  run: TransportRef | null,
  at: string,
  context: EdifactContext,
): NamedPaper[] {
  const [doc, ...rest] = group;
  const span = spanOf(group);
  const kind = doc.read(0, 0) ?? '';
  const row = TRANSPORT_PAPERS.find(kind);
  if (!row) context.findings.unmapped(TRANSPORT_PAPERS, kind, `${at}/DOC`, doc, 'INFO');
  const written = [doc.read(1, 0), ...rest.map((one) => (one.is('RFF', 'AAM') ? one.read(0, 1) : null))];
  const numbers = written.filter((number) => number !== null && !isFiller(number)) as string[];
  const own = numbers.flatMap((number, index) => {
    const isNote = index > 0 || doc.read(1, 0) === null;
    const scheme = isNote
      ? run?.mode === 'TRUCK'
        ? 'ROAD_NOTE'
        : 'REFERENCE'
      : (row?.canonical ?? 'REFERENCE');
    const declaredAs = isNote ? 'AAM' : kind;
    const paper = readTransportPaper(scheme, number, declaredAs, { at: `${at}/DOC`, span: doc }, context);
    return paper ? [paper] : [];
  });
  const others = rest.filter((segment) => segment.tag === 'RFF' && !segment.is('RFF', 'AAM'));
  const documents = [...own, ...readReferences(others, { at, span }, context)];
  if (documents.length > 0) return [{ documents, span }];
  context.findings.add('MISSING_FIELD', 'WARNING', at, 'number of the paper', span);
  return [];
}
