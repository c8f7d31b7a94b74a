import { stringifyDocument } from '@urql/core';
import type { TadaDocumentNode } from 'gql.tada';
import { apiUrl } from './api-url.ts';

/** What the API said, or why it said nothing. */
export type ApiAnswer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problem: 'UNREACHABLE' | 'REFUSED' };

const patienceMs = 10_000;

/** One question from the server to the API; never cached, never throws. */
export async function askApi<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<ApiAnswer<Result>> {
  try {
    const response = await fetch(apiUrl(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: stringifyDocument(document), variables }),
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer = (await response.json()) as { data?: Result | null; errors?: readonly unknown[] };
    if (answer.data && !answer.errors) return { ok: true, data: answer.data };
    return { ok: false, problem: 'REFUSED' };
  } catch {
    return { ok: false, problem: 'UNREACHABLE' };
  }
}
