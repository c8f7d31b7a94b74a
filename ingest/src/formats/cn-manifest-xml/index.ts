import { interpretCustomsXml } from '../../claims/cn-customs/interpret-customs-xml.ts';
import type { MessageFormat } from '../message-format.ts';
import { readManifests } from './read-manifest.ts';

/**
 * Manifests to the Chinese customs (GACC announcement 2010 No. 70, XML after the WCO data model):
 *
 *   <Manifest xmlns="urn:Declaration:datamodel:standard:CN:MTkmvv:n">
 *     <Head> MessageID FunctionCode MessageType SenderID ReceiverID SendTime </Head>
 *     <Declaration> BorderTransportMeans LoadingLocation UnloadingLocation Consignment* | TransportEquipment* </…>
 *
 * `k` is the kind of message, `m` the mode (1 sea, 2 air, 3 rail, 4 road), `vv` the variant. See README.
 */
export const cnManifestXml: MessageFormat<'cn-manifest-xml'> = {
  id: 'cn-manifest-xml',
  name: { en: 'China customs manifest (XML)', zh: '海关舱单报文' },
  mediaTypes: ['application/xml', 'text/xml'],
  detect: (head) => /^[^]{0,400}<(?:\w+:)?Manifest[\s>]/.test(head) && !isReceipt(head),
  read: (bytes, context) => interpretCustomsXml(bytes, context, readManifests),
};

/** Receipts have the same root: what tells them apart is the function, the type or the body. */
function isReceipt(head: string): boolean {
  return /<(?:\w+:)?(?:FunctionCode>\s*11\s*<|Response[\s>])|MT9999/.test(head);
}
