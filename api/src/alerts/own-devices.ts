import { createECDH, createHash } from 'node:crypto';
import {
  deleteAlertDevice,
  listAlertDevices,
  saveAlertDevice,
  type AlertDeviceRow,
} from 'graph-schema/cypher/feed/alert-devices';
import { changeAccounts } from '../access/change-accounts.ts';
import { newId } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { AlertError } from '../errors.ts';
import { whyNotTarget } from '../webhooks/allowed-targets.ts';
import { readerOf } from './own-rules.ts';
import type { Subscription } from './push-service.ts';

const DEVICES_MAX = 10;
const NAME_MAX = 100;
const ENDPOINT_MAX = 2000;
const SECRET_BYTES = 16;

/** The oldest first. */
export function listOwnDevices({ access, asker }: Context): Promise<AlertDeviceRow[]> {
  return access.accounts.read(listAlertDevices, { reader: readerOf(asker) });
}

/** Has a browser of his shown what letters tell; one that was another's is his from now on. */
export async function saveOwnDevice(context: Context, said: string, subscription: Subscription): Promise<AlertDeviceRow> {
  const { asker, access, alerts } = context;
  const name = said.trim();
  if (name === '' || name.length > NAME_MAX) throw new AlertError('BAD_NAME', `A name has 1 to ${NAME_MAX} characters.`);
  const { endpoint, p256dh, auth } = subscription;
  const why = endpoint.length > ENDPOINT_MAX ? 'It is too long.' : whyNotTarget(endpoint, alerts.targets);
  if (why !== null) throw new AlertError('REFUSED_ENDPOINT', `The push service cannot be called. ${why}`);
  if (!isPoint(p256dh) || Buffer.from(auth, 'base64url').length !== SECRET_BYTES)
    throw new AlertError('BAD_DEVICE', 'These are no keys of a push subscription (RFC 8291).');
  const hash = createHash('sha256').update(endpoint).digest('hex');
  const row: AlertDeviceRow = { id: newId('dev'), reader: readerOf(asker), hash, endpoint, p256dh, auth, name, createdAt: access.wall() };
  const saved = await changeAccounts(context, 'saveAlertDevice', async (run) => {
    const own = await run(listAlertDevices, { reader: row.reader });
    const isKnown = own.some((one) => one.hash === hash);
    return isKnown || own.length < DEVICES_MAX ? ((await run(saveAlertDevice, { row }))[0] ?? null) : null;
  }, ({ id }) => id);
  if (!saved) throw new AlertError('TOO_MUCH', `At most ${DEVICES_MAX} devices.`);
  return saved;
} // prettier-ignore

/** Answers it as it was, and has it told nothing more; null: there is none of his. */
export function deleteOwnDevice(context: Context, id: string): Promise<AlertDeviceRow | null> {
  const reader = readerOf(context.asker);
  return changeAccounts(context, 'deleteAlertDevice', async (run) => {
    const device = (await run(listAlertDevices, { reader })).find((one) => one.id === id);
    if (device) await run(deleteAlertDevice, { reader, id });
    return device ?? null;
  }, (row) => row.id);
} // prettier-ignore

/** Whether this is a public key with which something can be encrypted: a point of P-256, uncompressed. */
function isPoint(text: string): boolean {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const bytes = Buffer.from(text, 'base64url');
  try {
    return bytes.length === 65 && own.computeSecret(bytes).length > 0;
  } catch {
    return false;
  }
}
