import { createHmac, randomBytes } from 'node:crypto';
import { getAccessSecret } from 'graph-schema/cypher/access/access-secret';
import { PUBLIC_LOOKUP } from 'graph-schema/domain/access/access-to';
import { NOBODY, OPERATOR, type Asker } from 'graph-schema/domain/access/asker';
import type { Logger } from 'pino';
import type { AccountGraph } from './account-graph.ts';
import { RateLimit } from '../limits/rate-limit.ts';
import { open, seal } from '../seal.ts';
import { createAuditTrail, type AuditTrail } from './audit-trail.ts';
import type { Credentials } from './credentials.ts';
import { findBearer, findPerson } from './find-asker.ts';
import type { OidcSettings } from './oidc/oidc-settings.ts';

export interface AccessSettings {
  /** `open`: whoever asks without credentials runs the service. `required`: he is nobody. */
  readonly mode: 'open' | 'required';
  /** Whether nobody may look up numbers. */
  readonly publicLookup: boolean;
  /** Whether an address is believed when it says for whom it asks. */
  readonly isProxy: (address: string) => boolean;
  /** Where people of firms sign in; none: nowhere but here. */
  readonly providers: readonly OidcSettings[];
}

/** Who asks, and what is kept of it. */
export interface AccessService extends AccessSettings {
  /** Null: the credentials are none, or none any more. */
  askerOf(credentials: Credentials): Promise<Asker | null>;
  /** Another id for a claim of which something is withheld: the same everywhere, and no hash of what is withheld. */
  mask(id: string): string;
  /** Text that whoever keeps it can neither read nor change; `unseal` reads it again, in every process. */
  seal(text: string): string;
  /** Null: it was sealed elsewhere, or changed. */
  unseal(sealed: string): string | null;
  /** After accounts were changed, here at once; other processes know within seconds. */
  forget(): void;
  readonly accounts: AccountGraph;
  /** Numbers that an address may try a minute without signing in. */
  readonly publicTries: RateLimit;
  readonly audit: AuditTrail;
  /** Wall clock of passwords, sessions and keys, epoch milliseconds. */
  readonly wall: () => number;
  stop(): Promise<void>;
}

/** How long an answer is believed: a key that is revoked opens nothing after that. */
const BELIEVED_MS = 3000;
const PUBLIC_TRIES = 20;
const REMEMBERED_MAX = 10_000;
const MASK_LENGTH = 22;
const SEALED_OF = 'whoever asks';

export async function createAccessService(
  settings: AccessSettings,
  { accounts, now, log, wall = Date.now }: { accounts: AccountGraph; now: () => number; log: Logger; wall?: () => number },
): Promise<AccessService> {
  const [row] = await accounts.write((run) =>
    run(getAccessSecret, { name: 'claims', value: randomBytes(32).toString('base64url') }),
  );
  if (!row) throw new Error('the graph gives no secret');
  const audit = createAuditTrail(accounts, now, log);
  const known = new Map<string, { readonly asker: Promise<Asker | null>; readonly until: number }>();
  const remembered = (token: string, find: () => Promise<Asker | null>): Promise<Asker | null> => {
    const at = wall();
    const before = known.get(token);
    if (before && at < before.until) return before.asker;
    if (known.size >= REMEMBERED_MAX) known.clear();
    const asker = find();
    known.set(token, { asker, until: at + BELIEVED_MS });
    // A failure is no answer.
    asker.catch(() => known.delete(token));
    return asker;
  };
  const nobody: Asker = settings.publicLookup ? { ...NOBODY, sight: [PUBLIC_LOOKUP] } : NOBODY;
  return {
    ...settings,
    accounts,
    publicTries: new RateLimit(PUBLIC_TRIES),
    audit,
    wall,
    async askerOf({ bearer, session }) {
      if (bearer !== null) return remembered(bearer, () => findBearer(accounts, bearer, wall()));
      // A session that has ended is none: the page leads to where one signs in.
      const person = session === null ? null : await remembered(session, () => findPerson(accounts, session, wall()));
      return person ?? (settings.mode === 'open' ? OPERATOR : nobody);
    },
    mask: (id) => createHmac('sha256', row.value).update(id).digest('base64url').slice(0, MASK_LENGTH),
    seal: (text) => seal(text, row.value, SEALED_OF),
    unseal: (sealed) => open(sealed, row.value, SEALED_OF),
    forget: () => known.clear(),
    async stop() {
      await audit.stop();
      await accounts.close();
    },
  };
} // prettier-ignore
