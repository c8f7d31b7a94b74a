import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RestEnv } from '../rest/facade.ts';

/** Exceptions of EPCIS 2.0 (8.2.6) with the status that its REST binding (12.4) answers them by. */
const EXCEPTIONS = {
  QueryParameterException: [400, 'A parameter of the query is wrong'],
  QueryValidationException: [400, 'The query is wrong'],
  ValidationException: [400, 'The request is wrong'],
  SecurityException: [401, 'Who asks is not known'],
  SubscriptionControlsException: [400, 'The controls of the subscription are wrong'],
  Forbidden: [403, 'Not for whoever asks'],
  NoSuchNameException: [404, 'There is no such resource'],
  NotAllowed: [405, 'This is not done with it'],
  NotAcceptableException: [406, 'The answer cannot be given as it is asked for'],
  ResourceAlreadyExistsException: [409, 'There is one of this name'],
  CaptureLimitExceededException: [413, 'This is more than is taken at once'],
  QueryTooLargeException: [413, 'More events match than are wanted'],
  QueryTooComplexException: [413, 'The query asks for too much at once'],
  URITooLongException: [414, 'The address is too long'],
  UnsupportedMediaTypeException: [415, 'This kind of body is not read'],
  UpgradeRequired: [426, 'This is told over a WebSocket'],
  Internal: [500, 'The service failed'],
  TooMany: [429, 'This is more than is taken now'],
  Unavailable: [503, 'The receivers do not answer'],
} as const satisfies Readonly<Record<string, readonly [ContentfulStatusCode, string]>>;
export type ExceptionName = keyof typeof EXCEPTIONS;

/** Those that the standard has one name for. */
const CALLED: Readonly<Partial<Record<ExceptionName, string>>> = {
  Forbidden: 'SecurityException',
  NotAllowed: 'ImplementationException',
  UpgradeRequired: 'SubscriptionControlsException',
  Internal: 'ImplementationException',
  TooMany: 'ImplementationException',
  Unavailable: 'ImplementationException',
};

/** RFC 9457, with the type that EPCIS has for it. */
export function epcisProblem(c: Context<RestEnv>, name: ExceptionName, detail: string): Response {
  const { status, body } = problemText(name, detail);
  return c.body(body, status, { 'content-type': PROBLEM });
}

export const PROBLEM = 'application/problem+json';

export function problemText(name: ExceptionName, detail: string) {
  const [status, title] = EXCEPTIONS[name];
  const body = { type: `epcisException:${CALLED[name] ?? name}`, title, status, detail };
  return { status, body: `${JSON.stringify(body)}\n` };
}
