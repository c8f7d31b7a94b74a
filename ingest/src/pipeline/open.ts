import { openRawMessage } from 'graph-schema/cypher/write/open-raw-message';
import { rawMessageId, type RawMessage } from '../raw/raw-store.ts';
import type { SourceProfile } from 'graph-schema/domain/source';
import type { Tx } from '../graph-writer/graph.ts';

/** What stands of a raw message. */
export type RawState = NonNullable<(typeof openRawMessage)['row']>;

/** Registers a raw message in the graph and counts its delivery; a replay is no delivery. */
export async function openIn(tx: Tx, message: RawMessage, source: SourceProfile): Promise<RawState> {
  const { header, bytes } = message;
  const id = rawMessageId(header);
  const [state] = await tx.run(openRawMessage, {
    id,
    source: source.id,
    sourceName: source.name,
    sourceNameZh: source.nameZh,
    sourceKind: source.kind,
    sha256: header.sha256,
    bytes: bytes.length,
    format: null,
    receivedAt: header.receivedAt,
    delivery: header.replay ? null : header.delivery,
  });
  if (!state) throw new Error(`raw message ${id} was not registered`);
  return state;
}
