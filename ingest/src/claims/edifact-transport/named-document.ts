import type { EventCode } from 'graph-schema/domain/event-code';
import type { CodeList } from 'graph-schema/reference/code-list';
import type { EdifactContext } from '../edifact/interchange.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import { findByProfile } from '../edifact/profile.ts';
import { findByWords } from '../ports/words.ts';
import type { DocumentClaim } from './document-reader.ts';

/**
 * The document that BGM 1001 names: `BL_ISSUED BM` is the event and what BGM 1004 is the number of. A name without a
 * meaning is UNMAPPED_DOCUMENT; a message without any name is read as `usual`.
 */
export function namedDocument(
  { code, text, message, bgm }: MessageHead,
  codes: CodeList,
  words: CodeList | null,
  usual: string,
  { findings }: EdifactContext,
): DocumentClaim {
  const said = findByProfile(codes, code ?? '', message)?.canonical ?? (words && findByWords(text, words));
  const written = code ?? text;
  if (!said && written !== null) findings.unmapped(codes, written, `${message.at}/BGM`, bgm);
  const [event = 'UNMAPPED_DOCUMENT', numberOf = null] = (
    said ?? (written === null ? usual : 'UNMAPPED_DOCUMENT')
  ).split(' ');
  return { code: event as EventCode, classifier: 'ACTUAL', numberOf };
}
