import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { withoutDatesOfPapers } from '../../claims/edifact-lists/customs-papers.ts';
import { readCancelled, readDeclaration } from './declaration.ts';

const DECLARATIONS = messageReader('BGM', readDeclaration, readCancelled);

/** Customs declaration, UN/EDIFACT D96A to D04A. */
export const edifactCusdec = edifactFormat({
  id: 'edifact-cusdec',
  name: { en: 'EDIFACT CUSDEC customs declaration', zh: 'EDIFACT CUSDEC 报关单' },
  types: ['CUSDEC'],
  reader: {
    unit: DECLARATIONS.unit,
    read: (message, context) => DECLARATIONS.read(withoutDatesOfPapers(message), context),
  },
});
