import type { ServerResponse } from 'node:http';
import { refuse, sendJson, type Refusal } from '../http/answer.ts';
import type { Receipt } from '../http/door.ts';

/** What became of one message of several; `name` as the sender has it. */
export type PartOutcome = { readonly name: string } & (Receipt | { readonly refused: Refusal });

/**
 * Tells what became of each. 202: all are stored. 429: the queue is full; what is listed is stored, and the same request
 * may simply be sent again, since what comes twice is a known duplicate. 207: some can never be taken as they are.
 */
export function answerMany(response: ServerResponse, messages: readonly PartOutcome[]): void {
  const refused = messages.flatMap((one) => ('refused' in one ? [one.refused] : []));
  const busy = refused.find(({ status }) => status === 429);
  if (busy) return refuse(response, busy, { messages });
  const [first] = refused;
  if (first && refused.length === messages.length) return refuse(response, first, { messages });
  sendJson(response, first ? 207 : 202, { accepted: messages.length - refused.length, messages });
}
