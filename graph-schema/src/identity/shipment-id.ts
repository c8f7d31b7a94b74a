import { hash } from 'node:crypto';

/** The public id of a shipment that nothing came before: made from the number that it hangs on. */
export function shipmentId(anchor: string): string {
  return `shp_${hash('sha256', anchor, 'base64url').slice(0, 16)}`;
}
