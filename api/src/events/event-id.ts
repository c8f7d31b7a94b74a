import { createHash } from 'node:crypto';

// An event is a claim as it shows on one shipment: on two bills it is two events, each with its own papers. Its id names both, so
// that one event is found without a walk: bits of the shipment's id, then bits of the claim's, both of them hashes already.
//
//   ssssssss-ssss-5sss-vccc-cccccccccccc     60 bits of the shipment, variant, 60 bits of the claim

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Characters of base64url that 60 bits are. */
const TAKEN = 10;
const PREFIX = 'shp_';

export function eventUuid(shipmentId: string, claimId: string): string {
  const shipment = hexOf(shipmentId.startsWith(PREFIX) ? shipmentId.slice(PREFIX.length) : shipmentId);
  const claim = hexOf(claimId);
  return asUuid(`${shipment.slice(0, 12)}5${shipment.slice(12)}8${claim}`);
}

/** What the id of the shipment begins with; null: no id of ours looks so. */
export function shipmentPrefixOf(eventId: string): string | null {
  const id = eventId.toLowerCase();
  if (!UUID.test(id)) return null;
  const hex = id.replaceAll('-', '');
  const bits = `${hex.slice(0, 12)}${hex.slice(13, 16)}`;
  // 15 digits are 7.5 bytes: with a digit behind them the first ten characters of base64url come out whole.
  return PREFIX + Buffer.from(`${bits}0`, 'hex').toString('base64url').slice(0, TAKEN);
}

/** A UUID for whatever a text names, the same for the same text. */
export function nameUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return asUuid(`${hex.slice(0, 12)}5${hex.slice(12, 15)}8${hex.slice(15, 30)}`);
}

/** The first 60 bits of a text of base64url; another text is hashed. */
function hexOf(text: string): string {
  const taken =
    /^[\w-]{10}/.exec(text)?.[0] ?? createHash('sha256').update(text).digest('base64url').slice(0, TAKEN);
  return Buffer.from(`${taken}A`, 'base64url').toString('hex').slice(0, 15);
}

function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
