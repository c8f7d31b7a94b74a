import { compactNumber } from 'graph-schema/codes/parsed';
import { claim, transport } from 'graph-schema/domain/claim';
import { runKey } from 'graph-schema/domain/claim-keys';
import type { TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { SenderContext } from '../../claims/claim-context.ts';
import { scopesOf, type CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { customsTime } from '../../claims/cn-customs/customs-time.ts';
import { xmlRecord } from '../../claims/cn-ports/interpret-named.ts';
import { loadOwnFields, type NamedRecord } from '../../claims/cn-ports/named-fields.ts';
import { findAction, minuteVersion } from '../../claims/message-action.ts';
import { Repeats } from '../../claims/repeats.ts';
import { readVessel } from '../../claims/ports/vessel.ts';
import type { Findings } from '../../syntax/findings.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readWallClock } from '../../syntax/wall-clock.ts';
import { declaredNamespace, findChild, findText } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { readCall, type ReportHead } from './read-call.ts';

const FIELDS = loadOwnFields('cn-conveyance-xml/fields');
const TYPES = loadCodeList('cn-conveyance-xml/types');
const FUNCTIONS = loadCodeList('cn-conveyance-xml/functions');
/** An element that names one of these is about one ship or aircraft. */
const KEYS: ReadonlySet<string> = new Set(['imo', 'vessel', 'flight', 'aircraft']);

/** Reads a complete document: one outcome for each ship or aircraft that it reports. */
export function readReports(document: WholeXml, context: SenderContext, findings: Findings): UnitOutcome[] {
  const { root } = document;
  const head = findChild(root, 'MessageHead');
  const scopeOf = scopesOf(document, context, findings);
  const whole = scopeOf(root, 'Message');
  const records = listRecords(findChild(root, 'MessageBody') ?? root);
  const nothing = Array.from({ length: Math.max(1, records.length) }, () => NOTHING);
  const refuse = (code: 'MISSING_FIELD' | 'BAD_TIME', at: string, value: string | null) => {
    findings.add(code, 'ERROR', at, value, whole.span);
    return nothing;
  };
  const type = typeOf(head, root);
  if (!type) return refuse('MISSING_FIELD', 'MessageHead/MessageType', null);
  const known = TYPES.find(type);
  if (known?.canonical === null) {
    findings.add('UNSUPPORTED', 'INFO', 'MessageHead/MessageType', `${type}: ${known.meaning}`, whole.span);
    return [{ message: null, hasNoContent: true }];
  }
  if (!known) findings.unmapped(TYPES, type, 'MessageHead/MessageType', whole.span);
  if (records.length === 0) return refuse('MISSING_FIELD', 'MessageBody/Declaration', null);
  const functionCode = findText(head, 'FunctionCode') ?? '';
  const action = findAction(FUNCTIONS, functionCode);
  if (!action) {
    findings.unmapped(FUNCTIONS, functionCode, 'MessageHead/FunctionCode', whole.span, 'ERROR');
    return nothing;
  }
  const written = findText(head, 'SendTime');
  const sent = written ? customsTime(written, null) : null;
  if (!sent) return refuse(written ? 'BAD_TIME' : 'MISSING_FIELD', 'MessageHead/SendTime', written);
  const [tells = '', surely = ''] = known?.canonical?.split(':') ?? [];
  const report: ReportHead = { type, tells, isForecast: surely === 'FORECAST', sent };
  const repeats = new Repeats(findings);
  return records.map((element, index) => {
    const at = scopeOf(element, `${element.name}[${index + 1}]`);
    const record = FIELDS.read(xmlRecord(element));
    const run = runOf(record, tells, at);
    if (!run || runKey(run) === null) {
      findings.add('MISSING_FIELD', 'ERROR', `${at.at}/IMO and voyage, or flight and date`, null, at.span);
      return NOTHING;
    }
    const thread = `${type}:${runKey(run)}`;
    const version = minuteVersion(sent.instant, action);
    if (action === 'CANCEL')
      return { message: { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } } };
    const events = readCall(record, run, report, at);
    if (events.length === 0) return NOTHING;
    const about = { messageRef: findText(head, 'MessageID'), span: at.span, recordedAt: sent.instant };
    const attested = events.map((event) => ({ event: claim(event), ...about }));
    repeats.note(
      attested.map(({ event }) => event),
      at,
    );
    const retraction = action === 'REPLACE' ? ({ kind: 'REPLACE', thread, version } as const) : null;
    return { message: { thread, version, attested, retraction } };
  });
}

/** The type as the head has it, else as the namespace does; some clients write it in words or by the body's element. */
function typeOf(head: XmlElement | null, root: XmlElement): string | null {
  const said = findText(head, 'MessageType')?.toUpperCase() ?? null;
  if (said !== null && TYPES.find(said)) return said;
  return /CN:(C[A-Z]{2}\d{3})/.exec(declaredNamespace(root) ?? '')?.[1] ?? said;
}

function listRecords(within: XmlElement): XmlElement[] {
  if (within.children.some(({ name }) => KEYS.has(FIELDS.fieldOf(name) ?? ''))) return [within];
  return within.children.flatMap(listRecords);
}

/** Under which voyage, or as which flight, it comes or goes. */
function runOf(record: NamedRecord, tells: string, at: CustomsScope): TransportRef | null {
  const flight = compactNumber(record.text('flight') ?? '');
  if (flight !== '') {
    // A flight is known by the day that it left, which is not that of its arrival where it flew through midnight.
    const day =
      (tells === 'IN' ? record.text('departure') : null) ??
      record.text('flightDate') ??
      record.text('departure');
    const departureDate = day === null ? null : (readWallClock(day)?.local.slice(0, 10) ?? null);
    return transport({ mode: 'AIR', flight, departureDate });
  }
  const [inVoyage, outVoyage] = [record.text('inVoyage'), record.text('outVoyage')];
  const voyage =
    (tells === 'OUT' ? (outVoyage ?? inVoyage) : (inVoyage ?? outVoyage)) ?? record.text('voyage');
  const identity = record.text('imo');
  const name = record.text('vessel') ?? record.text('vesselZh');
  return readVessel({ mode: 'VESSEL', identity, isCallSign: false, name, voyage }, at, at);
}
