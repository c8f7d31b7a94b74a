import { statement } from '../statement.ts';
import { RECEIVED_ROW, type ReceivedMessage } from './received-messages.ts';

/** Received messages by their ids, in any order; those that there are not have no row. */
export const receivedMessagesById = statement<{ ids: readonly string[] }, ReceivedMessage>(
  'receivedMessagesById',
  `UNWIND $ids AS asked
MATCH (w:RawMessage {id: asked})
${RECEIVED_ROW}`,
);
