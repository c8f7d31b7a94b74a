import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import type { MessageHead } from '../../claims/edifact/message-head.ts';
import type { DocumentClaim } from '../../claims/edifact-transport/document-reader.ts';
import { namedDocument } from '../../claims/edifact-transport/named-document.ts';

const NAMES = loadCodeList('edifact-iftmcs/bgm-1001');
const WORDS = loadCodeList('edifact-iftmcs/words');
/** 1225: 46 provisional, 13 request (a proof for the shipper to check). */
const DRAFTS: ReadonlySet<string> = new Set(['46', '13']);

/** A provisional bill is a draft; one that replaces another is an amendment. A consignment note is issued, whatever. */
export function contractOf(head: MessageHead, context: EdifactContext): DocumentClaim {
  const named = namedDocument(head, NAMES, WORDS, 'BL_ISSUED BM', context);
  if (named.code !== 'BL_ISSUED') return named;
  if (DRAFTS.has(head.functionCode ?? '')) return { ...named, code: 'BL_DRAFTED' };
  return head.action === 'REPLACE' ? { ...named, code: 'BL_AMENDED' } : named;
}
