import { statement } from '../statement.ts';
import { RECEIVED_ROW, type ReceivedMessage } from './received-messages.ts';

/** One received message by its id; no row: there is none. */
export const findReceivedMessage = statement<{ id: string }, ReceivedMessage>(
  'findReceivedMessage',
  `MATCH (w:RawMessage {id: $id})
${RECEIVED_ROW}`,
);
