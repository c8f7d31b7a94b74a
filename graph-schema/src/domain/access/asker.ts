import type { FieldGroup } from './access-rules.ts';

/**
 * What opens a shipment to whoever holds it: `PARTY:USCC:91330200…`, `OFFICE:3104`, `PORT:CNNBO`, `FACILITY:CNNBO/BLCT3`,
 * and `SHIPMENT:shp_…` for what was granted or shared. A shipment lists the keys that open it; an organisation holds some.
 */
export type SightKey = string;

/** A shipment opened to somebody by name. */
export interface Granted {
  /** Public id. */
  readonly shipment: string;
  readonly groups: readonly FieldGroup[];
  /** Epoch milliseconds, service time; null: until it is taken back. */
  readonly until: number | null;
}

/** Who asks: found out once for a request or a connection, from a session, an API key or a share link. */
export interface Asker {
  readonly kind: 'OPERATOR' | 'MEMBER' | 'API_KEY' | 'SHARE_LINK' | 'PUBLIC';
  /** Public id; null: a share link, or nobody who signed in. */
  readonly organisation: string | null;
  /** What its organisation is (`FORWARDER`, `TERMINAL` …): limits may be set by it. */
  readonly roles: readonly string[];
  /** Keys that it holds; `ALL`: an operator, who sees every shipment. */
  readonly sight: 'ALL' | readonly SightKey[];
  /** Whether it may change who sees what of its organisation; an operator that of all. */
  readonly isAdmin: boolean;
  /** Who it is in the audit trail: id of a user, an API key or a share link. */
  readonly actor: string | null;
  /** Sources that are the organisation's own: what they say of their owner opens nothing, and its owner may read it. */
  readonly sources: readonly string[];
  readonly granted: readonly Granted[];
  /** The most that it sees of anything; null: no limit but those of its relations. */
  readonly groups: readonly FieldGroup[] | null;
}

/** Whoever runs the service sees everything. */
export const OPERATOR: Asker = {
  kind: 'OPERATOR',
  organisation: null,
  roles: [],
  sight: 'ALL',
  isAdmin: true,
  actor: null,
  sources: [],
  granted: [],
  groups: null,
};

/** Nobody who signed in. */
export const NOBODY: Asker = { ...OPERATOR, kind: 'PUBLIC', sight: [], isAdmin: false };

/** The key of one shipment, for those who may see it by name. */
export function shipmentKey(id: string): SightKey {
  return `SHIPMENT:${id}`;
}
