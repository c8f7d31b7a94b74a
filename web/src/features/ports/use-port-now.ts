'use client';

import { useEffect, useRef, useState } from 'react';
import { type Client, useClient } from 'urql';
import { AS_OF_PROBLEMS, type AsOfProblem } from '../as-of/as-of-problem.ts';
import { PortNewsDocument, PortNowDocument, type PortNow } from './ports.graphql.ts';

/** News of one moment are asked about together; of a port that takes long to count, of a longer moment, so that it is not counted all the time. */
const SOON_MS = 3000;
const SPARED = 4;
/** Times pass without news, too. */
const ALWAYS_MS = 60_000;

/** What is shown of a port. */
export interface ShownPort {
  readonly now: PortNow;
  /** As of when, UTC; null: now. While another instant is asked for it is the one before. */
  readonly asOf: string | null;
  /** The last try failed; `problem`: why nothing can be shown as of the instant that was asked for. */
  readonly failed: { readonly problem: AsOfProblem | null } | null;
}

/** The port as the server rendered it, then asked again after news of it, and each minute; as of an instant once. */
export function usePortNow(
  code: string,
  initial: Pick<ShownPort, 'now' | 'asOf'>,
  asOf: string | null,
): ShownPort {
  const client = useClient();
  const [shown, setShown] = useState(initial);
  const [failed, setFailed] = useState<{ readonly asOf: string | null; readonly problem: AsOfProblem | null } | null>(null);
  const shownAsOf = useRef(initial.asOf);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answer = await askNow(client, code, asOf);
      if (isOver) return;
      if ('now' in answer) {
        shownAsOf.current = asOf;
        setShown({ ...answer, asOf });
      }
      setFailed('now' in answer ? null : { ...answer, asOf });
    };
    if (shownAsOf.current !== asOf) void ask();
    const stop = asOf === null ? askWithNews(client, code, ask) : null;
    return () => {
      isOver = true;
      stop?.();
    };
  }, [client, code, asOf]);
  return { ...shown, failed: failed?.asOf === asOf ? failed : null };
} // prettier-ignore

/** Until the returned function is called. */
function askWithNews(client: Client, code: string, ask: () => Promise<void>): () => void {
  let soon: ReturnType<typeof setTimeout> | null = null;
  let wait = SOON_MS;
  const timed = async () => {
    const begun = performance.now();
    await ask().finally(() => (soon = null));
    wait = Math.max(SOON_MS, SPARED * (performance.now() - begun));
  };
  const askSoon = () => {
    soon ??= setTimeout(() => void timed(), wait);
  };
  // Whose sight changed is told so, and follows anew.
  const follow = () =>
    client.subscription(PortNewsDocument, { code }).subscribe(({ data }) => {
      askSoon();
      if (data?.portActivity.__typename === 'ResyncError') news = follow();
    });
  let news = follow();
  const timer = setInterval(askSoon, ALWAYS_MS);
  return () => {
    news.unsubscribe();
    clearInterval(timer);
    if (soon) clearTimeout(soon);
  };
}

async function askNow(client: Client, code: string, asOf: string | null): Promise<Pick<ShownPort, 'now'> | { readonly problem: AsOfProblem | null }> {
  const { data, error } = await client.query(PortNowDocument, { code, asOf }, { requestPolicy: 'network-only' });
  if (data?.port.__typename === 'Port') return { now: data.port.now };
  const codes = error?.graphQLErrors.map(({ extensions }) => extensions['code']) ?? [];
  return { problem: AS_OF_PROBLEMS.find((problem) => codes.includes(problem)) ?? null };
} // prettier-ignore
