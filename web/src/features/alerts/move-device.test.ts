import { expect, it } from 'vitest';
import { DeleteAlertDeviceDocument, OwnDevicesDocument, SaveAlertDeviceDocument } from './alerts.graphql.ts';
import { movedIn, moveDevice } from './move-device.ts';
import { hashOf } from './this-device.ts';

const MOVED = {
  before: 'https://push.example/1',
  endpoint: 'https://push.example/2',
  p256dh: 'P',
  auth: 'A',
};

/** The API of somebody who has these devices. */
function apiOf(hashes: readonly string[], answers = true) {
  const did: unknown[] = [];
  const ask = async (document: unknown, variables: object) => {
    if (!answers) return { ok: false, problem: 'UNREACHABLE' };
    if (document === OwnDevicesDocument)
      return { ok: true, data: { alertDevices: hashes.map((endpointHash, index) => ({ id: `dev_${index}`, name: 'Phone', endpointHash })) } }; // prettier-ignore
    if (document === DeleteAlertDeviceDocument) did.push({ deleted: variables });
    if (document === SaveAlertDeviceDocument) did.push({ saved: variables });
    return { ok: true, data: { saveAlertDevice: { __typename: 'AlertDevice' } } };
  };
  return { did, ask: ask as unknown as Parameters<typeof moveDevice>[1] };
}

it('has the device that it was told at its new endpoint, under its name', async () => {
  const { did, ask } = apiOf([await hashOf('https://push.example/0'), await hashOf(MOVED.before)]);
  expect(await moveDevice(MOVED, ask)).toBe('MOVED');
  const { before: _, ...now } = MOVED;
  expect(did).toEqual([{ deleted: { id: 'dev_1' } }, { saved: { ...now, name: 'Phone' } }]);
});

it('takes over nothing of somebody else, and says so where nobody answers', async () => {
  const { did, ask } = apiOf([await hashOf('https://push.example/0')]);
  expect(await moveDevice(MOVED, ask)).toBe('NOT_HIS');
  expect(await moveDevice(MOVED, apiOf([], false).ask)).toBe('FAILED');
  expect(did).toEqual([]);
});

it.each([null, 7, 'text', {}, { ...MOVED, before: '' }, { ...MOVED, auth: 1 }])(
  'reads nothing in %j',
  (body) => {
    expect(movedIn(body)).toBeNull();
  },
);

it('reads what the worker says', () => {
  expect(movedIn({ ...MOVED, more: 1 })).toEqual(MOVED);
});
