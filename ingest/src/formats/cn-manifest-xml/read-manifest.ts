import { loadCodeList } from 'graph-schema/reference/code-list';
import type { SenderContext } from '../../claims/claim-context.ts';
import { readConveyance } from '../../claims/cn-customs/conveyance.ts';
import { scopesOf } from '../../claims/cn-customs/customs-scope.ts';
import { customsTime } from '../../claims/cn-customs/customs-time.ts';
import { readHead, type ManifestHead } from '../../claims/cn-customs/manifest-head.ts';
import { findAction } from '../../claims/message-action.ts';
import type { Findings } from '../../syntax/findings.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import {
  declaredNamespace,
  findChild,
  findText,
  firstChildren,
  listChildren,
  listDescendants,
} from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { ManifestScope } from './manifest-scope.ts';
import { readConsignment } from './read-consignment.ts';

const FUNCTIONS = loadCodeList('cn-manifest-xml/functions');
const CLAIMS = loadCodeList('cn-manifest-xml/claims');

/** Reads a complete document; clients wrap one manifest or several (`MftMessage/MftData/Manifest`). */
export function readManifests(document: WholeXml, context: SenderContext, findings: Findings): UnitOutcome[] {
  const wrapped = listDescendants(document.root, 'Manifest');
  // Some clients misspell the root: then it is the manifest all the same.
  const manifests = wrapped.length > 0 ? wrapped : [document.root];
  const scopeOf = scopesOf(document, context, findings);
  return manifests.flatMap((manifest) => readManifest(manifest, scopeOf, context, findings));
}

/** One outcome for each consignment, or for each box of a report by box. */
function readManifest(
  root: XmlElement,
  scopeOf: ReturnType<typeof scopesOf>,
  context: SenderContext,
  findings: Findings,
): UnitOutcome[] {
  const head = readHead(root, declaredNamespace(root));
  const whole = scopeOf(root, 'Manifest');
  const declaration = findChild(root, 'Declaration');
  const consignments = listChildren(declaration, 'Consignment');
  // Terminals report arrivals by box, without any bill.
  const records = consignments.length > 0 ? consignments : listChildren(declaration, 'TransportEquipment');
  const refuse = (code: 'MISSING_FIELD' | 'BAD_TIME' | 'UNMAPPED_CODE', at: string, value: string | null) => {
    findings.add(code, 'ERROR', at, value, whole.span);
    return Array.from({ length: Math.max(1, records.length) }, () => NOTHING);
  };
  if (!head.type) return refuse('MISSING_FIELD', 'Head/MessageType', null);
  if (!declaration) return refuse('MISSING_FIELD', 'Declaration', null);
  if (records.length === 0 && CLAIMS.find(head.type.slice(2))?.canonical === null)
    return [{ message: null, hasNoContent: true }];
  if (records.length === 0) return refuse('MISSING_FIELD', 'Declaration/Consignment', null);
  const functionCode = head.functionCode ?? '';
  if (FUNCTIONS.find(functionCode)?.canonical === 'STORED') {
    // Stored at the e-port and not filed: customs has not seen it.
    findings.add('UNSUPPORTED', 'INFO', 'Head/FunctionCode', head.functionCode, whole.span);
    return records.map(() => ({ message: null, hasNoContent: true }));
  }
  const action = findAction(FUNCTIONS, functionCode);
  if (!action) return refuse('UNMAPPED_CODE', 'Head/FunctionCode', head.functionCode);
  const office = officeOf(head, declaration);
  const sent = head.sentAt ? customsTime(head.sentAt, context.places.findCustomsOffice(office ?? '')) : null;
  if (!sent) return refuse(head.sentAt ? 'BAD_TIME' : 'MISSING_FIELD', 'Head/SendTime', head.sentAt);
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
  return records.map((record, index) =>
    readConsignment(record, scope, scopeOf(record, `Declaration/${record.name}[${index + 1}]`)),
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
