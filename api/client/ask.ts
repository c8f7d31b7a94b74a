import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { errorOf, RequestError, type ToldError } from './request-error.ts';

/** Where the service answers, and by which key one is known. */
export interface Service {
  /** `https://…/graphql` */
  readonly url: string;
  /** The key of an API, `tl_…`; null: none, where the service is open. */
  readonly key: string | null;
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly ToldError[];
}

/** Asks once, over HTTP. Throws a {@link RequestError}. */
export async function ask<Result, Variables>(
  { url, key }: Service,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal: AbortSignal | null = null,
): Promise<Result> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query: print(document), variables }),
    signal,
  }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new RequestError('UNREACHABLE', `${url} does not answer.`, { cause });
  });
  const { data, errors } = await answerIn<Result>(response);
  if (errors?.length) throw errorOf(errors, response.status);
  if (!data) throw new RequestError('NO_GRAPHQL', `${url} answers ${response.status}.`, { status: response.status });
  return data;
} // prettier-ignore

/** What limits and proxies refuse is no GraphQL, but mostly a problem (RFC 9457). */
async function answerIn<Result>(response: Response): Promise<Answer<Result>> {
  const { status } = response;
  const body = (await response.json().catch(() => null)) as (Answer<Result> & { code?: string; detail?: string }) | null;
  if (body && ('data' in body || 'errors' in body)) return body;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(seconds) ? seconds : null;
  throw new RequestError(body?.code ?? 'NO_GRAPHQL', body?.detail ?? `The service answers ${status}.`, { status, retryAfterSeconds });
} // prettier-ignore
