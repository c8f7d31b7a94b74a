import type { SourceProfile } from 'graph-schema/domain/source';
import type { Opening } from '../graph-writer/open-messages.ts';
import { rawMessageId, type RawMessage } from '../raw/raw-store.ts';

/** Longer names are cut, so that no sender makes the index large. */
const FILE_NAME_MAX = 200;

/** What the graph is told of a raw message before it is read; a replay is no delivery. */
export function openingOf({ header, bytes }: RawMessage, source: SourceProfile): Opening {
  const { sha256, receivedAt } = header;
  const delivery = header.replay ? null : header.delivery;
  const fileName = header.fileName?.slice(0, FILE_NAME_MAX) ?? null;
  return {
    row: [rawMessageId(header), source.id, sha256, bytes.length, null, receivedAt, delivery, fileName],
    source,
  };
}
