import { interpretCustomsXml } from '../../claims/cn-customs/interpret-customs-xml.ts';
import type { MessageFormat } from '../message-format.ts';
import { readReceipts } from './read-receipts.ts';

/**
 * Receipts of the Chinese customs to manifests, arrival reports, load lists and tallies (MT9999 family):
 *
 *   <Manifest> <Head> … FunctionCode 11, MessageType of what is answered … </Head>
 *     <Response> BorderTransportMeans
 *       <Consignment> TransportContractDocument/ID AssociatedTransportDocument/ID|N/A
 *         <ResponseType> Code Text </ResponseType> </Consignment>* </Response> </Manifest>
 *
 * Text begins with a five-digit code that says more than Code. `Response` may itself be the root. See README.
 */
export const cnManifestReceiptXml: MessageFormat<'cn-manifest-receipt-xml'> = {
  id: 'cn-manifest-receipt-xml',
  name: { en: 'China customs manifest receipt (XML)', zh: '海关舱单回执' },
  mediaTypes: ['application/xml', 'text/xml'],
  detect: (head) => {
    if (/^[^]{0,400}<(?:\w+:)?Response[\s>]/.test(head) && /<(?:\w+:)?ResponseType[\s>]/.test(head))
      return true;
    const isFamily = /^[^]{0,400}<(?:\w+:)?Manifest[\s>]/.test(head);
    return isFamily && /<(?:\w+:)?(?:FunctionCode>\s*11\s*<|Response[\s>])|MT9999/.test(head);
  },
  read: (bytes, context) => interpretCustomsXml(bytes, context, readReceipts),
};
