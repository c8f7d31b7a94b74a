import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';

/** A location in the names of 2.x: in 3.0 and in arrival notices facility and coordinates stand in objects of their own. */
export function flattenLocation(location: JsonObject | null): JsonObject | null {
  if (!location) return null;
  const facility = asObject(location['facility']);
  const geo = asObject(location['geoCoordinate']) ?? asObject(location['geoLocation']);
  return {
    UNLocationCode: location['UNLocationCode'],
    locationName: textOf(location, 'locationName') ?? textOf(facility, 'facilityName'),
    facilityCode: textOf(facility, 'facilityCode') ?? textOf(location, 'facilityCode'),
    facilityCodeListProvider:
      textOf(facility, 'facilityCodeListProvider') ?? textOf(location, 'facilityCodeListProvider'),
    latitude: geo?.['latitude'] ?? location['latitude'],
    longitude: geo?.['longitude'] ?? location['longitude'],
  };
}
