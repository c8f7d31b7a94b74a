import { hash } from 'node:crypto';

/**
 * The public id of a shipment that nothing came before: made from the number that it hangs on, salted anew for as long as the
 * id is that of another shipment.
 */
export function shipmentId(anchor: string, salt = 0): string {
  const text = salt === 0 ? anchor : `${anchor} ${salt}`;
  return `shp_${hash('sha256', text, 'base64url').slice(0, 16)}`;
}
