import { loadCodeList } from 'graph-schema/reference/code-list';
import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { documentReader } from '../../claims/edifact-transport/document-reader.ts';
import { namedDocument } from '../../claims/edifact-transport/named-document.ts';

const NAMES = loadCodeList('edifact-iftman/bgm-1001');

/** Arrival notice: a carrier or agent tells the notify party that cargo arrives, UN/EDIFACT D95B to D16A. */
export const edifactIftman = edifactFormat({
  id: 'edifact-iftman',
  name: { en: 'EDIFACT IFTMAN arrival notice', zh: 'EDIFACT IFTMAN 到货通知' },
  types: ['IFTMAN'],
  reader: documentReader({
    claimOf: (head, context) => namedDocument(head, NAMES, null, 'ARRIVAL_NOTICE_SENT', context),
    cancelled: null,
    issued: [],
  }),
});
