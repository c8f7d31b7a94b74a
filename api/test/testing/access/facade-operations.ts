import { ASKERS, ORGANISATIONS, type AskerKind } from './operations.ts';

/** One request of a façade: who may make it, and how it is made so that nothing changes by it. */
export interface FacadeOperation {
  readonly method: string;
  /** As the document of the façades has it. */
  readonly path: string;
  /** As it is asked. */
  readonly at: string;
  readonly who: readonly AskerKind[];
  /** What those are answered; null: anything but a refusal. Others 403, or 401 who is nobody. */
  readonly status: number | null;
  /** It is for sources alone, which come with keys of their own: all others are nobody. */
  readonly isSenders: boolean;
}

/** Nobody looks at façades without a key, not even where numbers can be looked up. */
const READERS = ASKERS.filter((kind) => kind !== 'PUBLIC');
/** Programs of an organisation, and who administers it. */
const KEYS_AND_ADMINS: readonly AskerKind[] = ['API_KEY', 'ADMIN', 'OPERATOR_KEY', 'OPERATOR'];

function op(who: readonly AskerKind[], operation: string, status: number | null, at?: string): FacadeOperation {
  const [method = '', path = ''] = operation.split(' ');
  return { method, path, at: at ?? path.replaceAll(/\{\w+\}/g, 'none'), who, status, isSenders: false };
} // prettier-ignore

const sent = (operation: string): FacadeOperation => ({ ...op([], operation, null), isSenders: true });

const COLLECTIONS = ['eventTypes', 'epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions'];

/** Every request that the façades answer; a test fails where one is missing. */
export const FACADE_OPERATIONS: readonly FacadeOperation[] = [
  op(READERS, 'GET /openapi.json', 200),
  op(READERS, 'GET /asyncapi.json', 200),
  op(READERS, 'GET /v2/events', 200),
  op(READERS, 'GET /v2/events/{eventID}', null),
  op(READERS, 'GET /v3/events', 200),
  op(READERS, 'GET /v3/events/{eventID}', null),
  op(READERS, 'GET /epcis/v2', 200),
  op(READERS, 'GET /epcis/v2/events', 200),
  op(READERS, 'GET /epcis/v2/events/{eventID}', null),
  ...COLLECTIONS.flatMap((name) => [
    op(READERS, `GET /epcis/v2/${name}`, 200),
    op(READERS, `GET /epcis/v2/${name}/{id}`, null),
    op(READERS, `GET /epcis/v2/${name}/{id}/events`, null),
  ]),
  op(READERS, 'GET /edi/v1/iftsta', 200),
  op(READERS, 'GET /edi/v1/codeco', null),
  op(READERS, 'GET /export/{file}', 200, '/export/shipments.csv'),
  op(READERS, 'GET /export/{file}', 200, '/export/shipments.xlsx'),
  op(READERS, 'GET /export/{file}', 200, '/export/shipments.csv?with=cargo'),
  op(ORGANISATIONS, 'GET /v2/event-subscriptions', 200),
  op(ORGANISATIONS, 'GET /v2/event-subscriptions/{subscriptionID}', 400),
  op(KEYS_AND_ADMINS, 'POST /v2/event-subscriptions', 400),
  // None is there; it is looked at who asks before that is said.
  op(KEYS_AND_ADMINS, 'PUT /v2/event-subscriptions', null),
  op(KEYS_AND_ADMINS, 'PUT /v2/event-subscriptions/{subscriptionID}', 400),
  op(KEYS_AND_ADMINS, 'PUT /v2/event-subscriptions/{subscriptionID}/secret', 400),
  op(KEYS_AND_ADMINS, 'DELETE /v2/event-subscriptions/{subscriptionID}', 400),
  op(ORGANISATIONS, 'GET /epcis/v2/queries', 200),
  op(ORGANISATIONS, 'GET /epcis/v2/queries/{name}', 404),
  op(ORGANISATIONS, 'GET /epcis/v2/queries/{name}/events', 404),
  op(ORGANISATIONS, 'GET /epcis/v2/queries/{name}/subscriptions', 404),
  op(ORGANISATIONS, 'GET /epcis/v2/queries/{name}/subscriptions/{id}', 404),
  op(KEYS_AND_ADMINS, 'POST /epcis/v2/queries', 400),
  op(KEYS_AND_ADMINS, 'DELETE /epcis/v2/queries/{name}', 404),
  op(KEYS_AND_ADMINS, 'POST /epcis/v2/queries/{name}/subscriptions', 404),
  op(KEYS_AND_ADMINS, 'DELETE /epcis/v2/queries/{name}/subscriptions/{id}', 404),
  sent('POST /epcis/v2/events'),
  sent('POST /epcis/v2/capture'),
  sent('GET /epcis/v2/capture'),
  sent('GET /epcis/v2/capture/{id}'),
];
