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

function op(who: readonly AskerKind[], status: number | null, operation: string, at?: string): FacadeOperation {
  const [method = '', path = ''] = operation.split(' ');
  return { method, path, at: at ?? path.replaceAll(/\{\w+\}/g, 'none'), who, status, isSenders: false };
} // prettier-ignore

/** Several that the same may make and that are answered alike. */
function ops(
  who: readonly AskerKind[],
  status: number | null,
  ...operations: readonly string[]
): FacadeOperation[] {
  return operations.map((operation) => op(who, status, operation));
}

const COLLECTIONS = ['eventTypes', 'epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions'];
const EXPORTS = ['shipments.csv', 'shipments.xlsx', 'shipments.csv?with=cargo'];
const [SUBSCRIPTION, QUERY] = ['/v2/event-subscriptions', '/epcis/v2/queries'];

/** Every request that the façades answer; a test fails where one is missing. */
export const FACADE_OPERATIONS: readonly FacadeOperation[] = [
  ...ops(READERS, 200, 'GET /openapi.json', 'GET /asyncapi.json', 'GET /epcis/v2', 'GET /edi/v1/iftsta'),
  op(READERS, null, 'GET /edi/v1/codeco'),
  ...['/v2', '/v3', '/epcis/v2'].flatMap((facade) => [
    op(READERS, 200, `GET ${facade}/events`),
    op(READERS, null, `GET ${facade}/events/{eventID}`),
  ]),
  ...COLLECTIONS.flatMap((name) => [
    op(READERS, 200, `GET /epcis/v2/${name}`),
    ...ops(READERS, null, `GET /epcis/v2/${name}/{id}`, `GET /epcis/v2/${name}/{id}/events`),
  ]),
  ...EXPORTS.map((file) => op(READERS, 200, 'GET /export/{file}', `/export/${file}`)),
  ...ops(ORGANISATIONS, 200, `GET ${SUBSCRIPTION}`, `GET ${QUERY}`),
  op(ORGANISATIONS, 400, `GET ${SUBSCRIPTION}/{subscriptionID}`),
  ...['', '/events', '/subscriptions', '/subscriptions/{id}'].map((rest) =>
    op(ORGANISATIONS, 404, `GET ${QUERY}/{name}${rest}`),
  ),
  // None is there; it is looked at who asks before that is said.
  op(KEYS_AND_ADMINS, null, `PUT ${SUBSCRIPTION}`),
  ...ops(KEYS_AND_ADMINS, 400, `POST ${SUBSCRIPTION}`, `POST ${QUERY}`),
  ...['PUT', 'DELETE'].map((method) =>
    op(KEYS_AND_ADMINS, 400, `${method} ${SUBSCRIPTION}/{subscriptionID}`),
  ),
  op(KEYS_AND_ADMINS, 400, `PUT ${SUBSCRIPTION}/{subscriptionID}/secret`),
  op(KEYS_AND_ADMINS, 404, `POST ${QUERY}/{name}/subscriptions`),
  ...['', '/subscriptions/{id}'].map((rest) => op(KEYS_AND_ADMINS, 404, `DELETE ${QUERY}/{name}${rest}`)),
  ...ops(
    [],
    null,
    'POST /epcis/v2/events',
    'POST /epcis/v2/capture',
    'GET /epcis/v2/capture',
    'GET /epcis/v2/capture/{id}',
  ).map((sent) => ({ ...sent, isSenders: true })),
];
