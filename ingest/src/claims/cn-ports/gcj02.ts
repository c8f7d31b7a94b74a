/**
 * Coordinates of Chinese maps in WGS 84. GCJ-02 shifts positions in China by some hundred metres; BD-09 shifts these once
 * more. Krasovsky's ellipsoid, the shift as it is generally published; the way back is found by iteration.
 */
export interface LatLng {
  readonly latitude: number;
  readonly longitude: number;
}

const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;

/** Where the shift applies: a box around China, as the published algorithm has it. */
function isShifted({ latitude, longitude }: LatLng): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271;
}

function waves(value: number, weights: readonly (readonly [number, number])[]): number {
  return weights.reduce((sum, [weight, divisor]) => sum + weight * Math.sin((value * Math.PI) / divisor), 0);
}

function shiftOf({ latitude, longitude }: LatLng): LatLng {
  const x = longitude - 105;
  const y = latitude - 35;
  const root = Math.sqrt(Math.abs(x));
  const common = waves(x, [[20, 1 / 6], [20, 1 / 2]]); // prettier-ignore
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root +
    ((common + waves(y, [[20, 1], [40, 3], [160, 12], [320, 30]])) * 2) / 3; // prettier-ignore
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root +
    ((common + waves(x, [[20, 1], [40, 3], [150, 12], [300, 30]])) * 2) / 3; // prettier-ignore
  const phi = (latitude * Math.PI) / 180;
  const magic = 1 - ECCENTRICITY * Math.sin(phi) ** 2;
  const meridian = (AXIS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic));
  const parallel = (AXIS / Math.sqrt(magic)) * Math.cos(phi);
  return {
    latitude: (north * 180) / (meridian * Math.PI),
    longitude: (east * 180) / (parallel * Math.PI),
  };
}

export function gcj02FromWgs84(place: LatLng): LatLng {
  if (!isShifted(place)) return place;
  const shift = shiftOf(place);
  return { latitude: place.latitude + shift.latitude, longitude: place.longitude + shift.longitude };
}

/** Exact to a few centimetres after four rounds: each takes away what the shift at the last guess leaves. */
const ROUNDS = 4;

export function wgs84FromGcj02(shifted: LatLng): LatLng {
  if (!isShifted(shifted)) return shifted;
  let guess = shifted;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { latitude, longitude } = gcj02FromWgs84(guess);
    guess = {
      latitude: guess.latitude + shifted.latitude - latitude,
      longitude: guess.longitude + shifted.longitude - longitude,
    };
  }
  return { latitude: round7(guess.latitude), longitude: round7(guess.longitude) };
}

const BD_TURN = (Math.PI * 3000) / 180;

export function wgs84FromBd09({ latitude, longitude }: LatLng): LatLng {
  const x = longitude - 0.0065;
  const y = latitude - 0.006;
  const radius = Math.sqrt(x * x + y * y) - 0.000_02 * Math.sin(y * BD_TURN);
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * BD_TURN);
  return wgs84FromGcj02({ latitude: radius * Math.sin(angle), longitude: radius * Math.cos(angle) });
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
