import { webhookMessage } from '../../src/webhooks/entry-schemas.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

/** [kind, severity]. */
export type Open = [string, string];

export interface Exception {
  readonly kind: string;
  readonly severity: string;
}
export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly change: Readonly<
    Record<'opened' | 'changed' | 'closed', readonly (Exception & { readonly id: string })[]>
  > | null;
}
export const openOf = (exceptions: readonly Exception[]): Open[] =>
  exceptions.map(({ kind, severity }): Open => [kind, severity]).sort();

/** What is open for whoever knew what was open before, and was told these. */
export function openAfter(before: readonly Open[], entries: readonly Entry[]): Open[] {
  const open = new Map(before.map((one) => [one[0], one]));
  for (const { change } of entries) {
    for (const { kind } of change?.closed ?? []) open.delete(kind);
    for (const { kind, severity } of [...(change?.opened ?? []), ...(change?.changed ?? [])])
      open.set(kind, [kind, severity]);
  }
  return [...open.values()].sort();
}

/** What the calls of a webhook told, as far as it is looked at here. */
export const toldBy = ({ calls }: WebhookReceiver): Entry[] =>
  calls.flatMap(({ body }) =>
    webhookMessage
      .parse(JSON.parse(body))
      .data.entries.map(({ id, kind, change }) => ({ id, kind, change: change && shown(change) })),
  );
const shown = ({ opened, changed, closed }: NonNullable<Entry['change']>) => {
  const [o = [], ch = [], cl = []] = [opened, changed, closed].map((list) =>
    list.map(({ id, kind, severity }) => ({ id, kind, severity })),
  );
  return { opened: o, changed: ch, closed: cl };
};
