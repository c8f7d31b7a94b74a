import type { ProtobufSchema } from '../../syntax/protobuf/read-protobuf.ts';

/** What is read of gtfs-realtime.proto 2.0, under the names of its JSON mapping. */
const TRIP: ProtobufSchema = {
  1: { name: 'tripId', type: 'text' },
  2: { name: 'startTime', type: 'text' },
  3: { name: 'startDate', type: 'text' },
  4: {
    name: 'scheduleRelationship',
    type: 'int',
    names: {
      0: 'SCHEDULED', 1: 'ADDED', 2: 'UNSCHEDULED', 3: 'CANCELED', 5: 'REPLACEMENT', 6: 'DUPLICATED', 7: 'DELETED', 8: 'NEW',
    },
  },
  5: { name: 'routeId', type: 'text' },
}; // prettier-ignore

const VEHICLE: ProtobufSchema = {
  1: { name: 'id', type: 'text' },
  2: { name: 'label', type: 'text' },
};

const STOP_TIME: ProtobufSchema = {
  1: { name: 'delay', type: 'int' },
  2: { name: 'time', type: 'int' },
  3: { name: 'uncertainty', type: 'int' },
  4: { name: 'scheduledTime', type: 'int' },
};

const STOP_TIME_UPDATE: ProtobufSchema = {
  1: { name: 'stopSequence', type: 'int' },
  2: { name: 'arrival', type: STOP_TIME },
  3: { name: 'departure', type: STOP_TIME },
  4: { name: 'stopId', type: 'text' },
  5: {
    name: 'scheduleRelationship',
    type: 'int',
    names: { 0: 'SCHEDULED', 1: 'SKIPPED', 2: 'NO_DATA', 3: 'UNSCHEDULED' },
  },
};

const TRIP_UPDATE: ProtobufSchema = {
  1: { name: 'trip', type: TRIP },
  2: { name: 'stopTimeUpdate', type: STOP_TIME_UPDATE, repeated: true },
  3: { name: 'vehicle', type: VEHICLE },
  4: { name: 'timestamp', type: 'int' },
};

const POSITION: ProtobufSchema = {
  1: { name: 'latitude', type: 'float' },
  2: { name: 'longitude', type: 'float' },
  3: { name: 'bearing', type: 'float' },
  5: { name: 'speed', type: 'float' },
};

const VEHICLE_POSITION: ProtobufSchema = {
  1: { name: 'trip', type: TRIP },
  2: { name: 'position', type: POSITION },
  4: {
    name: 'currentStatus',
    type: 'int',
    names: { 0: 'INCOMING_AT', 1: 'STOPPED_AT', 2: 'IN_TRANSIT_TO' },
  },
  5: { name: 'timestamp', type: 'int' },
  7: { name: 'stopId', type: 'text' },
  8: { name: 'vehicle', type: VEHICLE },
};

/** Of an alert only that there is one: its words are for passengers. */
const ALERT: ProtobufSchema = {};

export const HEADER: ProtobufSchema = {
  1: { name: 'gtfsRealtimeVersion', type: 'text' },
  3: { name: 'timestamp', type: 'int' },
};

export const ENTITY: ProtobufSchema = {
  1: { name: 'id', type: 'text' },
  2: { name: 'isDeleted', type: 'bool' },
  3: { name: 'tripUpdate', type: TRIP_UPDATE },
  4: { name: 'vehicle', type: VEHICLE_POSITION },
  5: { name: 'alert', type: ALERT },
};

export const FEED: ProtobufSchema = {
  1: { name: 'header', type: HEADER },
  2: { name: 'entity', type: ENTITY, repeated: true },
};
