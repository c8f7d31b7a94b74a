import { z } from '@hono/zod-openapi';
import type { Reason } from './dcsa-error.ts';
import { readEventQuery, TEXT_FILTERS, WORD_FILTERS, type EventFilter } from './query.ts';

// What is subscribed to: `subscriptionBody` of DCSA Track and Trace 2.2.0. Its filters are those of `GET /v2/events`, and are
// read by the same code; what is null or an empty list does not filter.

/** What an HMAC-SHA256 may be keyed with here, bytes: as the standard's own publisher takes them. */
const SECRET_BYTES = { least: 32, most: 64 } as const;
const URL_MAX = 2_000;

const words = Object.fromEntries(
  Object.entries(WORD_FILTERS).map(([name, list]) => [name, z.array(z.enum(list as readonly [string, ...string[]])).nullish()]),
); // prettier-ignore
const texts = Object.fromEntries(
  Object.entries(TEXT_FILTERS).map(([name, most]) => [name, z.string().min(1).max(most).nullish()]),
);
const former = {
  bookingReference: z.string().min(1).max(TEXT_FILTERS.carrierBookingReference).nullish(),
  carrierVoyageNumber: z.string().min(1).max(TEXT_FILTERS.exportVoyageNumber).nullish(),
};
const filters = {
  ...words,
  ...texts,
  bookingReference: former.bookingReference.openapi({
    deprecated: true,
    description: 'carrierBookingReference.',
  }),
  carrierVoyageNumber: former.carrierVoyageNumber.openapi({
    deprecated: true,
    description: 'exportVoyageNumber.',
  }),
  transportDocumentTypeCode: z.array(z.string()).max(0).nullish().openapi({
    deprecated: true,
    description: 'Of no use any more: only an empty list is taken.',
  }),
};
const subscriptionID = z.uuid();
const callbackUrl = z
  .url()
  .max(URL_MAX)
  .openapi({ description: 'https, and a public address. HEAD has to be answered 2xx when it is entered.' });
const secret = z
  .base64({ abort: true })
  .refine(isLongEnough, `${SECRET_BYTES.least} to ${SECRET_BYTES.most} bytes`)
  .openapi({
    description: `${SECRET_BYTES.least} to ${SECRET_BYTES.most} bytes in base64. It is never shown again.`,
  });

export const newSubscription = z
  .strictObject({ callbackUrl, secret, ...filters })
  .openapi('DcsaNewSubscription');
export const subscription = z
  .strictObject({ subscriptionID: subscriptionID.optional(), callbackUrl, ...filters })
  .openapi('DcsaSubscription');
export const secretBody = z.strictObject({ secret }).openapi('DcsaSubscriptionSecret');

export type Subscription = z.infer<typeof subscription>;
/** The filters of a subscription, as its subscriber wrote them. */
export type Subscribed = Omit<Subscription, 'subscriptionID' | 'callbackUrl'>;

/** A body as a schema has it; else all that is wrong with it. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T | { readonly reasons: readonly Reason[] } {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  return {
    reasons: read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ reason: 'invalidQuery', message: whyNotKey(key) }))
        : [{ reason: 'invalidParameter', message: `${issue.path.join('.') || 'body'}: ${issue.message}` }],
    ),
  };
} // prettier-ignore

/** The filters as `GET /v2/events` reads them; else what they contradict. */
export function readFilters(subscribed: Subscribed): EventFilter | { readonly reasons: readonly Reason[] } {
  const read = readEventQuery(parametersOf(subscribed));
  return 'limit' in read ? { words: read.words, texts: read.texts, created: [] } : { reasons: read };
}

/** Only what filters. */
export function filtersIn(body: Subscribed & { callbackUrl?: unknown; secret?: unknown; subscriptionID?: unknown }): Subscribed {
  const { callbackUrl: _, secret: __, subscriptionID: ___, ...rest } = body;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => isFiltering(value)));
} // prettier-ignore

function parametersOf(subscribed: Subscribed): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(subscribed))
    if (isFiltering(value)) parameters.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return parameters;
}

function isFiltering(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function whyNotKey(key: string): string {
  if (key === 'secret') return 'secret: PUT …/secret changes it.';
  if (key === 'subscriptionID') return 'subscriptionID: it is given by this service.';
  return `${JSON.stringify(key.slice(0, 60))} is no field of this request.`;
}

function isLongEnough(text: string): boolean {
  const { length } = Buffer.from(text, 'base64');
  return length >= SECRET_BYTES.least && length <= SECRET_BYTES.most;
}
