import { randomUUID } from 'node:crypto';
import { giveKeyBack, keepAnswer, takeIdempotencyKey } from 'graph-schema/cypher/access/idempotent-requests';
import type { AccessService } from '../access/access-service.ts';
import { hashOf } from '../access/tokens.ts';
import type { HeldKey } from './held-key.ts';
import { open, seal } from '../seal.ts';

const KEPT_MS = 24 * 3_600_000;
/** Longer than any mutation takes: whoever has a key for longer, and changed nothing, is gone. */
const LEASE_MS = 60_000;

export type Refusal = 'KEY_REUSED' | 'KEY_IN_USE' | 'ANSWER_LOST';

/** What there is to do with a mutation that names itself: run it, answer as before, or refuse. */
export type Taken =
  | { readonly outcome: 'RUN'; readonly key: HeldKey }
  | { readonly outcome: 'REPEAT'; readonly data: Record<string, unknown> | null }
  | { readonly outcome: 'REFUSE'; readonly why: Refusal; readonly subject: string | null };

/** Who asks, by which key, for what, and what he alone has: his token and the key itself. */
export interface Named {
  readonly actor: string;
  readonly key: string;
  readonly token: string;
  readonly fingerprint: string;
}

/** Keys are kept by whoever asks: two who choose the same one have nothing to do with each other. */
export async function takeKey({ accounts, wall }: AccessService, named: Named): Promise<Taken> {
  const { fingerprint } = named;
  const now = wall();
  const key: HeldKey = { id: idOf(named), attempt: randomUUID() };
  const times = { now, leaseUntil: now + LEASE_MS, expiresAt: now + KEPT_MS };
  const [found] = await accounts.write((run) => run(takeIdempotencyKey, { ...key, ...times, fingerprint }));
  if (!found) throw new Error('the graph says nothing of an idempotency key');
  if (found.attempt === key.attempt) return { outcome: 'RUN', key };
  const refuse = (why: Refusal): Taken => ({ outcome: 'REFUSE', why, subject: found.subject });
  if (found.fingerprint !== fingerprint) return refuse('KEY_REUSED');
  if (found.state !== 'DONE' && now < found.leaseUntil) return refuse('KEY_IN_USE');
  const answer = found.answer && open(found.answer, secretOf(named), key.id);
  // It acted, and its process died before it could say so; or it was asked with other credentials.
  if (answer === null) return refuse('ANSWER_LOST');
  return { outcome: 'REPEAT', data: JSON.parse(answer) as Record<string, unknown> | null };
}

export async function keepItsAnswer({ accounts }: AccessService, key: HeldKey, named: Named, data: unknown): Promise<void> {
  // Answers hold secrets that are shown once. Of what seals them nothing is kept, so whoever reads the graph cannot read them.
  const answer = seal(JSON.stringify(data ?? null), secretOf(named), key.id);
  await accounts.write((run) => run(keepAnswer, { ...key, answer }));
} // prettier-ignore

/** What failed may be tried again; what has acted all the same is kept, without an answer. */
export async function letGo({ accounts }: AccessService, { id, attempt }: HeldKey): Promise<void> {
  await accounts.write((run) => run(giveKeyBack, { id, attempt }));
}

function idOf({ actor, key }: Named): string {
  return hashOf(JSON.stringify([actor, key]));
}

/** The graph has hashes of both, and neither. */
function secretOf({ token, key }: Named): string {
  return JSON.stringify([token, key]);
}
