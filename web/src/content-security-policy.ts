import { mapboxToken } from './map/mapbox-token.ts';

/**
 * Scripts run by nonce only. Styles keep 'unsafe-inline': the map and the component kit position things with style
 * attributes. Foreign hosts appear only where a Mapbox token or another socket address is set.
 * `framed`: by whom the page may be shown inside another one.
 */
export function contentSecurityPolicy(nonce: string, framed: 'BY_NOBODY' | 'BY_ANYBODY'): string {
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  const mapbox = mapboxToken()
    ? ' https://api.mapbox.com https://events.mapbox.com https://*.tiles.mapbox.com'
    : '';
  const socket = process.env['API_WS_URL'] ? ` ${new URL(process.env['API_WS_URL']).origin}` : '';
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:${mapbox}`,
    `font-src 'self'`,
    `connect-src 'self'${socket}${mapbox}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    framed === 'BY_ANYBODY' ? 'frame-ancestors *' : `frame-ancestors 'none'`,
  ].join('; ');
}
