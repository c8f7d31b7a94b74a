import { placeRef } from 'graph-schema/domain/claim';
import {
  getPortDirectory,
  findPorts,
  type PortEntry,
  type WaitingGround,
} from 'graph-schema/reference/port-directory';
import type { Terminal } from 'graph-schema/reference/terminals';
import { builder } from '../builder.ts';
import { NotFoundError } from '../errors.ts';
import { findPlaceView, type PlaceView } from '../journey/place-view.ts';
import { activePorts } from '../ports/active-ports.ts';
import { LOOKED_AT_MAX, LOOKED_BACK_MAX } from '../ports/seen-at-port.ts';
import { portNow } from '../ports/port-now.ts';
import { asOfOrError, refused } from './as-of.ts';
import { named } from './enums.ts';
import { NodeInterface } from './node-interface.ts';
import { PlaceType } from './place.ts';
import { PortNowType } from './port-now.ts';

const FOUND_MAX = 50;

const PortTerminalType = builder.objectRef<Terminal>('PortTerminal').implement({
  description: 'A terminal of a port, as the tables have it.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'As senders there write it.' }),
    name: t.exposeString('name', { description: 'English name.' }),
    nameZh: t.exposeString('nameZh', { nullable: true, description: 'Chinese name; null: no table has it.' }),
    latitude: t.exposeFloat('latitude', { nullable: true, description: 'Degrees north, WGS 84, to about 2 km.' }),
    longitude: t.exposeFloat('longitude', { nullable: true, description: 'Degrees east, WGS 84, to about 2 km.' }),
    isConfirmed: t.boolean({
      description: 'Whether a public source was seen for it; else it is expert knowledge.',
      resolve: ({ mark }) => mark === 'V',
    }),
  }),
}); // prettier-ignore

const WaitingGroundKindEnum = named('WaitingGroundKind', 'What ships wait for.', {
  PILOT: 'For a pilot 引航.',
  ANCHORAGE: 'At anchor 锚地.',
});

const WaitingGroundType = builder.objectRef<WaitingGround>('WaitingGround').implement({
  description: 'Where ships wait for a port: a circle, to about two nautical miles.',
  fields: (t) => ({
    kind: t.expose('kind', { type: WaitingGroundKindEnum, description: 'What for.' }),
    name: t.exposeString('name', { description: 'English name.' }),
    nameZh: t.exposeString('nameZh', { nullable: true, description: 'Chinese name; null: no table has it.' }),
    latitude: t.float({ description: 'Degrees north, WGS 84.', resolve: ({ point }) => point[1] }),
    longitude: t.float({ description: 'Degrees east, WGS 84.', resolve: ({ point }) => point[0] }),
    radiusNm: t.exposeFloat('radiusNm', { description: 'Nautical miles.' }),
  }),
}); // prettier-ignore

const PortType = builder.objectRef<PortEntry>('Port').implement({
  description: 'A port with what lies around it, and as it stands.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID('code', { description: 'UN/LOCODE.' }),
    place: t.field({
      type: PlaceType,
      description: 'Where it is.',
      resolve: ({ code, name, nameZh }, _, { places }): PlaceView =>
        findPlaceView(placeRef({ unLocode: code }), places) ??
        { id: code, unLocode: code, name, nameZh, country: code.slice(0, 2), latitude: null, longitude: null, zone: null, facility: null, berth: null },
    }),
    terminals: t.field({
      type: [PortTerminalType],
      description: 'Its terminals.',
      resolve: ({ terminals }) => [...terminals],
    }),
    waitingGrounds: t.field({
      type: [WaitingGroundType],
      description: 'Where ships wait for it.',
      resolve: ({ grounds }) => [...grounds],
    }),
    now: t.field({
      type: PortNowType,
      complexity: ({ asOf }) => ({ field: asOf ? LOOKED_BACK_MAX * 10 : LOOKED_AT_MAX, multiplier: 5 }),
      description: 'The port as it stands, by the cargo that you may see.',
      args: { asOf: t.arg({ type: 'DateTime', description: asOfOrError }) },
      resolve: ({ code }, { asOf }, context) =>
        portNow(code, context, asOf ? Date.parse(asOf) : null).catch(refused),
    }),
  }),
}); // prettier-ignore

interface PortHit {
  readonly port: PortEntry;
  readonly shipments: number;
}

const PortHitType = builder.objectRef<PortHit>('PortHit').implement({
  description: 'A port that was found.',
  fields: (t) => ({
    port: t.expose('port', { type: PortType, description: 'The port.' }),
    shipments: t.exposeInt('shipments', {
      description:
        'How many of the hundred shipments that changed last, of those that you may see, go by it; as of an instant, of those that had changed last then, by what was known.',
    }),
  }),
});

builder.queryField('ports', (t) =>
  t.field({
    type: [PortHitType],
    complexity: ({ asOf }) => ({ field: asOf ? 1000 : 100, multiplier: FOUND_MAX }),
    description: `Ports by name or UN/LOCODE, those with activity first, ${FOUND_MAX} at most; without a text those with activity.`,
    args: {
      find: t.arg.string({ description: 'What a person typed; null or empty: all with activity.' }),
      asOf: t.arg({
        type: 'DateTime',
        description: `${asOfOrError} Counted are the hundred shipments that had changed last then; AS_OF_TOO_LARGE where more than 500 changed since, or one of them cannot be looked back at. Which ports there are is as today.`,
      }),
    },
    resolve: async (_, { find, asOf }, context): Promise<PortHit[]> => {
      const directory = getPortDirectory();
      const counts = await activePorts(context, asOf ? Date.parse(asOf) : null).catch(refused);
      const text = find?.trim();
      const found = text
        ? findPorts(directory, text.slice(0, 80))
        : [...counts.keys()].flatMap((code) => directory.get(code) ?? []);
      return found
        .map((port) => ({ port, shipments: counts.get(port.code) ?? 0 }))
        .sort((a, b) => b.shipments - a.shipments)
        .slice(0, FOUND_MAX);
    },
  }),
);

builder.queryField('port', (t) =>
  t.field({
    type: PortType,
    description: 'One port.',
    args: { code: t.arg.id({ required: true, description: 'UN/LOCODE; an alias answers as the port that it stands for.' }) },
    errors: { types: [NotFoundError], union: { description: 'The port, or that there is none of this code.' } },
    resolve: (_, { code }, { places }): PortEntry => {
      const standing = places.findLocode(code.slice(0, 10))?.unLocode ?? code;
      const port = getPortDirectory().get(standing);
      if (!port) throw new NotFoundError(`Port ${code}`);
      return port;
    },
  }),
); // prettier-ignore
