/**
 * Why a question has no answer. Its `code` is the service's own (`UNAUTHENTICATED`, `FORBIDDEN`, `TOO_MANY`, `TOO_MUCH` …), or
 * `UNREACHABLE`: nobody answered, `NO_GRAPHQL`: something else than the service did, `INTERNAL`: the service failed.
 */
export class RequestError extends Error {
  readonly code: string;
  /** HTTP status; null: none, or it came over a socket. */
  readonly status: number | null;
  /** How long to wait before asking again; null: nothing was said of it. */
  readonly retryAfterSeconds: number | null;

  constructor(code: string, message: string, about: { status?: number; retryAfterSeconds?: number | null; cause?: unknown } = {}) {
    super(message, { cause: about.cause });
    this.name = 'RequestError';
    this.code = code;
    this.status = about.status ?? null;
    this.retryAfterSeconds = about.retryAfterSeconds ?? null;
  }
} // prettier-ignore

/** An error as GraphQL tells it. */
export interface ToldError {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown; readonly retryAfterSeconds?: unknown } | undefined;
}

/** Failures of the service are masked, and asking again may help; anything else stays as it is. */
export function errorOf([first]: readonly ToldError[], status?: number): RequestError {
  const { code, retryAfterSeconds } = first?.extensions ?? {};
  const named = typeof code === 'string' ? code : 'REFUSED';
  return new RequestError(named === 'INTERNAL_SERVER_ERROR' ? 'INTERNAL' : named, first?.message ?? 'no reason given', {
    ...(status !== undefined && { status }),
    ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }),
  });
} // prettier-ignore
