import { interpretCustomsXml } from '../../claims/cn-customs/interpret-customs-xml.ts';
import type { MessageFormat } from '../message-format.ts';
import { readReports } from './read-report.ts';

/**
 * Reports of ships and aircraft to the Chinese customs 运输工具动态 (announcements 2008 No. 77 and 2013 No. 68):
 *
 *   <Message xmlns="urn:Declaration:datamodel:standard:CN:CSMnnn:1">
 *     <MessageHead> MessageID FunctionCode MessageType SenderID ReceiverID SendTime </MessageHead>
 *     <MessageBody> <Declaration> <…> IMO, voyages or flight, ports, berth, arrival, departure </…> </Declaration>
 *
 * Names of elements and types are data (lists `fields` and `types`). See README.
 */
export const cnConveyanceXml = {
  id: 'cn-conveyance-xml',
  name: { en: 'China customs means of transport report (XML)', zh: '运输工具动态报文' },
  mediaTypes: ['application/xml', 'text/xml'],
  detect: (head) =>
    /^[^]{0,400}<(?:\w+:)?Message[\s>]/.test(head) &&
    /<(?:\w+:)?MessageHead[\s>]/.test(head) &&
    /datamodel:standard:CN:C[A-Z]{2}\d{3}|<(?:\w+:)?MessageType>\s*C[A-Z]{2}\d{3}\s*</.test(head),
  read: (bytes, context) => interpretCustomsXml(bytes, context, readReports),
} as const satisfies MessageFormat;
