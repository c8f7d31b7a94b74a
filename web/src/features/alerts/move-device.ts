import type { askApi } from '../../gql/ask-api.ts';
import { DeleteAlertDeviceDocument, OwnDevicesDocument, SaveAlertDeviceDocument } from './alerts.graphql.ts';
import { hashOf, type Subscribed } from './this-device.ts';

/** What became of a browser's subscription, and the endpoint that it had. */
interface Moved extends Subscribed {
  readonly before: string;
}

/** Null: the body says nothing of the kind. */
export function movedIn(body: unknown): Moved | null {
  const { before, endpoint, p256dh, auth } = (body ?? {}) as Partial<Record<keyof Moved, unknown>>;
  const isSaid = (text: unknown): text is string => typeof text === 'string' && text !== '';
  return isSaid(before) && isSaid(endpoint) && isSaid(p256dh) && isSaid(auth)
    ? { before, endpoint, p256dh, auth }
    : null;
}

/**
 * Has a device of whoever is signed in told under its new endpoint, by the name that it had. NOT_HIS: it was none of his, so that
 * nothing may come by it to him either. The one before goes first: as many as are allowed he may have already, and it is dead.
 */
export async function moveDevice(
  { before, ...now }: Moved,
  ask: typeof askApi,
): Promise<'MOVED' | 'NOT_HIS' | 'FAILED'> {
  const [known, hash] = await Promise.all([ask(OwnDevicesDocument, {}), hashOf(before)]);
  if (!known.ok) return 'FAILED';
  const device = known.data.alertDevices.find(({ endpointHash }) => endpointHash === hash);
  if (!device) return 'NOT_HIS';
  const { id, name } = device;
  if (!(await ask(DeleteAlertDeviceDocument, { id })).ok) return 'FAILED';
  const saved = await ask(SaveAlertDeviceDocument, { ...now, name });
  return saved.ok && saved.data.saveAlertDevice.__typename === 'AlertDevice' ? 'MOVED' : 'FAILED';
}
