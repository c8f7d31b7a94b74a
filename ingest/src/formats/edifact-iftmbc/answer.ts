import type { EventCode } from 'graph-schema/domain/event-code';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import type { MessageHead } from '../../claims/edifact/message-head.ts';
import type { DocumentClaim } from '../../claims/edifact-transport/document-reader.ts';

const RESPONSES = loadCodeList('edifact-iftmbc/response-4343');
const FUNCTIONS = loadCodeList('edifact-iftmbc/function-1225');
const NAMES = loadCodeList('edifact-iftmbc/bgm-1001');

/**
 * What the carrier answers, in the order in which senders mean it: the response type (4343 `AP`, `RE`), the function
 * (1225: 6 confirmation, 27 not accepted), the name of the message. An answer nobody knows, and a name that says none
 * (335), is never a confirmation.
 */
export function answerOf(
  { responseCode, functionCode, code, bgm, message }: MessageHead,
  { findings }: EdifactContext,
): DocumentClaim {
  const at = `${message.at}/BGM`;
  const asked = (list: CodeList, value: string | null): string | null | undefined => {
    if (value === null) return undefined;
    const row = list.find(value.toUpperCase());
    if (!row) findings.unmapped(list, value.toUpperCase(), at, bgm);
    return row ? row.canonical : 'UNMAPPED_DOCUMENT';
  };
  const said =
    asked(RESPONSES, responseCode) ?? FUNCTIONS.find(functionCode ?? '')?.canonical ?? asked(NAMES, code);
  if (!said && code !== null) findings.unmapped(NAMES, code, at, bgm);
  else if (!said)
    findings.add('MISSING_FIELD', 'WARNING', at, 'answer (1001, 1225 or 4343)', bgm ?? message.span);
  return { code: (said ?? 'UNMAPPED_DOCUMENT') as EventCode, classifier: 'ACTUAL', numberOf: null };
}
