import { USUAL_LISTS } from '../../syntax/json-records.ts';
import type { Interpretation } from 'graph-schema/domain/message';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readWholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { MessageFormat, ReadContext } from '../message-format.ts';
import { elementOf } from '../../syntax/json-element.ts';
import { MESSAGE_NAME } from './operation.ts';
import { readCustomsMessage } from './read-message.ts';
import { readResponse } from './read-response.ts';
import { readStatus } from './read-status.ts';

/**
 * What European customs say of a movement by its MRN:
 *
 *     <ncts:CC029C xmlns:ncts="http://ncts.dgtaxud.ec"> … </…>     messages of NCTS phase 5 and 6, AES and their like,
 *                                                                  bare or in a wrapper of the national interface
 *     <MetaData> <Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2"> …  responses of the UK's declaration service
 *     { "n1:CC029C": { … } }                                       the same in the JSON mapping of national interfaces
 *     [ { "mrn", "status", "dateTime", "office" } … ]              states, as tools that follow an MRN list them
 */
const RECORDS = {
  maxDepth: 64,
  lists: [['movements'], ['statuses'], ['messages'], ['events'], ...USUAL_LISTS],
} as const;
const XML_MESSAGE = /<(?:[\w.-]+:)?(?:CC|CD|IE)\d{3}[A-Z]?[\s>]/;
const XML_FIELD = /dgtaxud\.ec|<(?:[\w.-]+:)?(?:preparationDateAndTime|messageIdentification)>/;
const WCO_DMS = /urn:wco:datamodel:WCO:(?:\w+-DMS|Response)/;
const JSON_MESSAGE = /"(?:[\w.-]+:)?(?:CC|CD|IE)\d{3}[A-Z]?"\s*:\s*\{/;
const JSON_MRN = /"(?:mrn|MRN)"\s*:\s*"\d{2}[A-Z]{2}[A-Z0-9]{13}\d"/;
const JSON_STATUS = /"(?:status|state|statusCode|messageType|ieMessage)"\s*:/;

export const euCustomsStatus: MessageFormat<'eu-customs-status'> = {
  id: 'eu-customs-status',
  name: { en: 'EU customs status by MRN (NCTS, AES)', zh: '欧盟海关 MRN 状态（NCTS、AES）' },
  mediaTypes: ['application/xml', 'application/json'],
  detect: (head) =>
    head.startsWith('<')
      ? (XML_MESSAGE.test(head) && XML_FIELD.test(head)) || WCO_DMS.test(head)
      : /^[[{]/.test(head) &&
        !/"@context"/.test(head) &&
        (JSON_MESSAGE.test(head) || (JSON_MRN.test(head) && JSON_STATUS.test(head))),
  read: (bytes, context) => (isXml(bytes) ? readXml(bytes, context) : readJson(bytes, context)),
};

function isXml(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte === 0x3c || byte === 0x7b || byte === 0x5b);
  return first === 0x3c;
}

function readJson(bytes: Uint8Array, context: ReadContext): Interpretation {
  return interpretJson(bytes, context, RECORDS, (scope) => (record, where) => {
    const name = Object.keys(record).find((key) => MESSAGE_NAME.test(key.replace(/^.*:/, '')));
    if (name === undefined) return readStatus(record, where, scope);
    return readCustomsMessage(elementOf(name.replace(/^.*:/, ''), record[name]), where, scope);
  });
}

function readXml(bytes: Uint8Array, context: ReadContext): Interpretation {
  const findings = collectFindings();
  const document = readWholeXml(bytes, context.source.defaultCharset, findings);
  if (!document) return interpretUnits([NOTHING], findings);
  const { root, spanOf } = document;
  const messages = messagesIn(root);
  const outcomes: UnitOutcome[] = messages.map((message, index) => {
    const where = { at: `${message.name}[${index + 1}]`, span: spanOf(message) };
    const read = message.name === RESPONSE ? readResponse : readCustomsMessage;
    return read(message, where, { ...context, findings });
  });
  if (messages.length > 0) return interpretUnits(outcomes, findings);
  const isDeclaration =
    root.children.some(({ name }) => name === 'Declaration') || root.name === 'Declaration';
  const problem = isDeclaration ? 'UNSUPPORTED' : 'EMPTY_MESSAGE';
  findings.add(problem, 'ERROR', root.name, isDeclaration ? 'Declaration' : null, spanOf(root));
  return interpretUnits([NOTHING], findings);
}

const RESPONSE = 'Response';

function messagesIn(element: XmlElement): XmlElement[] {
  const isMessage = MESSAGE_NAME.test(element.name) || element.name === RESPONSE;
  return isMessage ? [element] : element.children.flatMap(messagesIn);
}
