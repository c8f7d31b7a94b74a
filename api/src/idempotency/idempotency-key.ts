const HEADER = 'idempotency-key';
/** Printable ASCII; long enough for a UUID, and not for a message. */
const KEY = /^[\x21-\x7e]{1,255}$/;
/** A string of structured fields (RFC 8941, 3.3.3), which is the form of the draft; the bare key is what most clients send. */
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;

/** Says that a header is there and is no key. */
export const NO_KEY = Symbol('no idempotency key');

/**
 * The key by which a client names a mutation, so that sending it again is no second one (draft-ietf-httpapi-idempotency-key-header,
 * 2.1). Null: it sent none.
 */
export function idempotencyKeyOf(headers: Pick<Headers, 'get'>): string | typeof NO_KEY | null {
  const said = headers.get(HEADER)?.trim();
  if (said === undefined) return null;
  const quoted = QUOTED.exec(said)?.[1];
  const key = quoted === undefined ? said : quoted.replaceAll(/\\(["\\])/g, '$1');
  return KEY.test(key) && (quoted !== undefined || !key.includes('"')) ? key : NO_KEY;
}
