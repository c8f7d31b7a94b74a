import { stringifyDocument } from '@urql/core';
import type { TadaDocumentNode } from 'gql.tada';
import { apiUrl } from './api-url.ts';
import { operationId } from './operation-id.ts';

interface ApiError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** As the API wrote it. */
export interface Posted<Result> {
  readonly response: Response;
  readonly answer: { readonly data?: Result | null; readonly errors?: readonly ApiError[] };
}

const patienceMs = 10_000;
/** Who gives up on a change does not know whether it was made. */
const patienceForChangesMs = 30_000;

/**
 * Asks the API from the server by the id of an operation. An API that is older than this page
 * does not know it, and is sent the text. Never cached. Throws where nobody answers.
 *
 * @param from headers that say who asks.
 */
export async function postOperation<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  from: Readonly<Record<string, string>>,
): Promise<Posted<Result>> {
  const query = stringifyDocument(document);
  const patience = query.startsWith('mutation') ? patienceForChangesMs : patienceMs;
  const sha256Hash = await operationId(query);
  const byId = await post<Result>(
    { extensions: { persistedQuery: { version: 1, sha256Hash } }, variables },
    from,
    patience,
  );
  const isUnknown = byId.answer.errors?.some(
    ({ extensions }) => extensions?.code === 'PERSISTED_OPERATION_NOT_FOUND',
  );
  return isUnknown ? post<Result>({ query, variables }, from, patience) : byId;
}

async function post<Result>(
  body: object,
  from: Readonly<Record<string, string>>,
  patience: number,
): Promise<Posted<Result>> {
  const response = await fetch(apiUrl(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...from },
    body: JSON.stringify(body),
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });
  return { response, answer: (await response.json()) as Posted<Result>['answer'] };
}
