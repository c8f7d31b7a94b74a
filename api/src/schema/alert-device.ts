import type { AlertDeviceRow } from 'graph-schema/cypher/feed/alert-devices';
import { isoInstant } from 'graph-schema/domain/instant-text';
import { deleteOwnDevice, listOwnDevices, saveOwnDevice } from '../alerts/own-devices.ts';
import { builder } from '../builder.ts';
import { AlertError, NotFoundError } from '../errors.ts';

const AlertDeviceType = builder.objectRef<AlertDeviceRow>('AlertDevice').implement({
  description: 'A browser that shows a person what letters tell 推送设备: his own, while it is subscribed.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    name: t.exposeString('name', { description: 'What he knows it by.' }),
    endpointHash: t.exposeString('hash', {
      description: 'SHA-256 of the endpoint of its subscription, hex: by it a browser finds itself.',
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was subscribed, wall clock.',
      resolve: ({ createdAt }) => isoInstant(createdAt),
    }),
  }),
});

builder.queryFields((t) => ({
  alertDevices: t.field({
    type: [AlertDeviceType],
    description: 'Your own devices that show notifications, the oldest first.',
    resolve: (_, __, context) => listOwnDevices(context),
  }),
  alertPushKey: t.string({
    description: 'The `applicationServerKey` with which a browser subscribes (VAPID, RFC 8292), base64url.',
    resolve: (_, __, { alerts }) => alerts.publicKey,
  }),
}));

builder.mutationFields((t) => ({
  saveAlertDevice: t.field({
    type: AlertDeviceType,
    description:
      'Has a browser show what letters to you tell from now on, besides the letters. Said again it is the same device; one that was another person’s is yours.',
    args: {
      name: t.arg.string({ required: true, description: 'What you know it by.' }),
      endpoint: t.arg.string({ required: true, description: 'Of its `PushSubscription`: https, on the public internet.' }),
      p256dh: t.arg.string({ required: true, description: 'Its public key, base64url.' }),
      auth: t.arg.string({ required: true, description: 'Its secret, base64url.' }),
    },
    errors: { types: [AlertError], union: { description: 'The device, or why not.' } },
    resolve: (_, { name, ...subscription }, context) => saveOwnDevice(context, name, subscription),
  }),
  deleteAlertDevice: t.field({
    type: AlertDeviceType,
    description: 'Tells it nothing more. Answers it as it was.',
    args: { id: t.arg.id({ required: true, description: 'Public id of the device.' }) },
    errors: { types: [NotFoundError], union: { description: 'The device, or why not.' } },
    resolve: async (_, { id }, context) => {
      const device = await deleteOwnDevice(context, id);
      if (device === null) throw new NotFoundError(`Device ${id}`);
      return device;
    },
  }),
})); // prettier-ignore
