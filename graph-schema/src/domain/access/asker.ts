/**
 * What opens a shipment to whoever holds it: `PARTY:USCC:91330200…`, `OFFICE:3104`, `PORT:CNNBO`, `FACILITY:CNNBO/BLCT3`,
 * `GRANT:org_…`. A shipment lists the keys that open it; an organisation holds some.
 */
export type SightKey = string;

/** Who asks: found out once for a request or a connection, from a session, an API key or a share link. */
export interface Asker {
  readonly kind: 'OPERATOR' | 'MEMBER' | 'API_KEY' | 'SHARE_LINK' | 'PUBLIC';
  /** Public id; null: a share link, or nobody who signed in. */
  readonly organisation: string | null;
  /** Keys that it holds; `ALL`: an operator, who sees every shipment. */
  readonly sight: 'ALL' | readonly SightKey[];
}

/** Whoever runs the service sees everything. */
export const OPERATOR: Asker = { kind: 'OPERATOR', organisation: null, sight: 'ALL' };
