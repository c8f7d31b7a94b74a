import { noteActed } from 'graph-schema/cypher/access/idempotent-requests';
import { GraphQLError } from 'graphql';
import type { Run } from '../access/account-graph.ts';

/** The key that a request has taken: no other acts by it meanwhile. */
export interface HeldKey {
  readonly id: string;
  readonly attempt: string;
}

const held = new WeakMap<Request, HeldKey>();

export function holdKey(request: Request, key: HeldKey): void {
  held.set(request, key);
}

/**
 * In the transaction that changes something: notes that the mutation has acted, if it was sent with an idempotency key. Both stand or
 * neither, so that a process that dies before it answers leaves no doubt. Throws where another attempt has the key by now.
 */
export async function noteItActed(request: Request | null, run: Run, subject: string): Promise<void> {
  const key = request && held.get(request);
  if (!key) return;
  const [noted] = await run(noteActed, { ...key, subject });
  if (noted) return;
  throw new GraphQLError('It took so long that it was tried again meanwhile; this attempt changed nothing.', {
    extensions: { code: 'IDEMPOTENCY_KEY_IN_USE', http: { status: 409 } },
  });
}
