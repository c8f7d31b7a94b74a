import { claim, documentRef } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, Reason } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { versionOf } from '../../claims/message-action.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readWallClock } from '../../syntax/wall-clock.ts';
import { findChild, findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { customsTime } from './customs-time.ts';
import { readMrn } from './numbers.ts';

const FUNCTIONS = loadCodeList('eu-customs-status/dms-functions');

/**
 * A response in the WCO data model, as the UK's service gives it:
 *
 *     <Response> FunctionCode · IssueDateTime/DateTimeString formatCode=304 · [Error/ValidationCode] ·
 *                Declaration { FunctionalReferenceID (the trader's own number) · ID (the MRN) } </Response>
 */
export function readResponse(response: XmlElement, where: Where, scope: ClaimContext): UnitOutcome {
  const { findings, source } = scope;
  const missing = (field: string): UnitOutcome => {
    findings.add('MISSING_FIELD', 'ERROR', `${where.at}/${field}`, null, where.span);
    return NOTHING;
  };
  const code = findText(response, 'FunctionCode');
  if (code === null) return missing('FunctionCode');
  const documents = numbersIn(findChild(response, 'Declaration'), where, scope);
  if (documents.length === 0) return missing('Declaration/ID');
  const issued = findChild(response, 'IssueDateTime');
  const written = findText(issued, 'DateTimeString') ?? (issued?.text || null);
  if (written === null) return missing('IssueDateTime');
  const time = customsTime(spelledOut(written), null, source.defaultZone);
  if (!time) {
    findings.add('BAD_TIME', 'ERROR', `${where.at}/IssueDateTime`, written, where.span);
    return NOTHING;
  }
  if (time.zoneSource === 'SENDER_DEFAULT')
    findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${where.at}/IssueDateTime`, source.defaultZone, where.span);
  const row = FUNCTIONS.find(code.padStart(2, '0'));
  if (!row?.canonical)
    findings.unmapped(FUNCTIONS, code, `${where.at}/FunctionCode`, where.span, row ? 'INFO' : 'WARNING');
  const event = claim({
    code: (row?.canonical ?? 'UNMAPPED_DOCUMENT') as EventCode,
    classifier: 'ACTUAL',
    time,
    documents,
    reason: firstError(response),
    rawCode: code,
  });
  const messageRef = findText(response, 'FunctionalReferenceID');
  const attested = [{ event, messageRef, span: where.span, recordedAt: time.instant }];
  return { message: { thread: null, version: versionOf(time.instant), attested, retraction: null } };
}

function numbersIn(declaration: XmlElement | null, where: Where, scope: ClaimContext): DocumentRef[] {
  const written = findText(declaration, 'ID');
  const mrn = written === null ? null : readMrn(written, where, scope);
  const own = findText(declaration, 'FunctionalReferenceID')?.slice(0, 100);
  const reference = own === undefined ? [] : [documentRef('REFERENCE', own, { declaredAs: 'LRN' })];
  return mrn ? [mrn, ...reference] : reference;
}

/** `20261120123000Z`, format 304 with its zone: `customsTime` reads ISO. */
function spelledOut(written: string): string {
  const [, compact = '', zone = ''] = /^(\d{8}(?:\d{4}(?:\d\d)?)?)(Z|[+-]\d\d:?\d\d)?$/.exec(written) ?? [];
  const clock = compact === '' ? null : readWallClock(compact);
  if (!clock) return written;
  return clock.precision === 'DAY' ? clock.local.slice(0, 10) : clock.local + zone;
}

function firstError(response: XmlElement): Reason | null {
  const error = findChild(response, 'Error');
  const code = findText(error, 'ValidationCode');
  const text = findText(error, 'Description')?.slice(0, 500) ?? null;
  return code === null && text === null ? null : { scheme: 'DMS_ERROR', code, text };
}
