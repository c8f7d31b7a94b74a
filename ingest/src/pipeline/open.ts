import type { SourceProfile } from 'graph-schema/domain/source';
import type { Opening } from '../graph-writer/open-messages.ts';
import { rawMessageId, type RawMessage } from '../raw/raw-store.ts';

/** What the graph is told of a raw message before it is read; a replay is no delivery. */
export function openingOf({ header, bytes }: RawMessage, source: SourceProfile): Opening {
  const { sha256, receivedAt } = header;
  const delivery = header.replay ? null : header.delivery;
  return {
    row: [rawMessageId(header), source.id, sha256, bytes.length, null, receivedAt, delivery],
    source,
  };
}
