import { loadCodeList } from 'graph-schema/reference/code-list';
import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { documentReader } from '../../claims/edifact-transport/document-reader.ts';
import { namedDocument } from '../../claims/edifact-transport/named-document.ts';

const NAMES = loadCodeList('edifact-iftmin/bgm-1001');
const WORDS = loadCodeList('edifact-iftmin/words');

/** Instruction: shipping instruction 补料 to a carrier, or transport order to a haulier. UN/EDIFACT D93A to D16A. */
export const edifactIftmin = edifactFormat({
  id: 'edifact-iftmin',
  name: { en: 'EDIFACT IFTMIN shipping instruction', zh: 'EDIFACT IFTMIN 提单补料与运输指令' },
  types: ['IFTMIN'],
  reader: documentReader({
    claimOf: (head, context) => namedDocument(head, NAMES, WORDS, 'SI_SUBMITTED', context),
    cancelled: null,
    issued: [],
  }),
});
