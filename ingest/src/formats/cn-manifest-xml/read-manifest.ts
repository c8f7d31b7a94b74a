import { loadCodeList } from 'graph-schema/reference/code-list';
import type { SenderContext } from '../../claims/claim-context.ts';
import { readConveyance } from '../../claims/cn-customs/conveyance.ts';
import type { scopesOf } from '../../claims/cn-customs/customs-scope.ts';
import { foreignType, readHead, type ManifestHead } from '../../claims/cn-customs/manifest-head.ts';
import {
  listRecords,
  nothingOf,
  readEachManifest,
  readEachRecord,
  refuseAll,
  sentTime,
} from '../../claims/cn-customs/manifest-record.ts';
import { findAction } from '../../claims/message-action.ts';
import type { Findings } from '../../syntax/findings.ts';
import type { UnitOutcome } from '../../syntax/units.ts';
import { findChild, findText, firstChildren } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { ManifestScope } from './manifest-scope.ts';
import { readConsignment } from './read-consignment.ts';

const FUNCTIONS = loadCodeList('cn-manifest-xml/functions');
const CLAIMS = loadCodeList('cn-manifest-xml/claims');
const RAIL_STATION_TYPES = loadCodeList('cn-manifest-xml/rail-station-types');

/** Reads a complete document, of one manifest or several. */
export function readManifests(document: WholeXml, context: SenderContext, findings: Findings): UnitOutcome[] {
  return readEachManifest(document, context, findings, (root, scopeOf) =>
    readManifest(root, scopeOf, findings),
  );
}

/** What a type is that is none of a manifest, as far as anybody knows. */
function familyOf(type: string): string {
  const row = RAIL_STATION_TYPES.find(type);
  return row ? `${row.meaning} ${row.meaningZh}` : 'no type of the manifest family';
}

/** One outcome for each consignment, or for each box of a report by box. */
function readManifest(
  root: XmlElement,
  scopeOf: ReturnType<typeof scopesOf>,
  findings: Findings,
): readonly UnitOutcome[] {
  const whole = scopeOf(root, 'Manifest');
  const declaration = findChild(root, 'Declaration');
  const records = listRecords(declaration);
  const refuse = (code: Parameters<typeof refuseAll>[2], at: string, value: string | null): UnitOutcome[] =>
    refuseAll(whole, records, code, at, value);
  const head = readHead(root, whole);
  if (!head) return nothingOf(records);
  if (!head.type) {
    const said = foreignType(root);
    return said === null
      ? refuse('MISSING_FIELD', 'Head/MessageType', null)
      : refuse('MESSAGE_NOT_MAPPED', 'Head/MessageType', `${said}: ${familyOf(said)}`);
  }
  if (!declaration) return refuse('MISSING_FIELD', 'Declaration', null);
  const row = CLAIMS.find(head.type.slice(2));
  if (row?.canonical === null) {
    // A truck without cargo is told to customs, too; it says nothing of any cargo.
    findings.add('UNSUPPORTED', 'INFO', 'Head/MessageType', `${head.type}: ${row.meaning}`, whole.span);
    return nothingOf(records).map(() => ({ message: null, hasNoContent: true }));
  }
  if (records.length === 0) return refuse('MISSING_FIELD', 'Declaration/Consignment', null);
  const { functionCode } = head;
  if (functionCode === null) return refuse('MISSING_FIELD', 'Head/FunctionCode', null);
  if (FUNCTIONS.find(functionCode)?.canonical === 'STORED') {
    // Stored at the e-port and not filed: customs has not seen it.
    findings.add('UNSUPPORTED', 'INFO', 'Head/FunctionCode', head.functionCode, whole.span);
    return records.map(() => ({ message: null, hasNoContent: true }));
  }
  const action = findAction(FUNCTIONS, functionCode);
  if (!action) {
    findings.unmapped(FUNCTIONS, functionCode, 'Head/FunctionCode', whole.span, 'ERROR');
    return nothingOf(records);
  }
  const office = officeOf(head, declaration);
  const sent = sentTime(head, office, whole);
  if (!sent) return nothingOf(records);
  const scope: ManifestScope = {
    head,
    type: head.type,
    action,
    shared: firstChildren(declaration),
    conveyance: readConveyance(declaration, head.mode, scopeOf(declaration, 'Declaration')),
    conveyanceId: findText(declaration, 'BorderTransportMeans', 'ID') ?? '',
    office,
    sent,
  };
  return readEachRecord(records, 'Declaration', scopeOf, findings, (record, at) =>
    readConsignment(record, scope, at),
  );
}

function officeOf(head: ManifestHead, declaration: XmlElement): string | null {
  const said = [
    findText(declaration, 'DeclarationOfficeID'),
    findText(declaration, 'ExitCustomsOffice', 'ID')?.split('/').at(-1) ?? null,
    head.receiverId,
  ];
  return said.find((code) => code !== null && /^\d{4}$/.test(code) && code !== '0000') ?? null;
}
