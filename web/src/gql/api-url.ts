/**
 * Where the API answers, read at run time so that one build serves any deployment.
 * `API_URL` may name the origin or the endpoint itself.
 */
export function apiUrl(): URL {
  const url = new URL(process.env['API_URL'] ?? 'http://127.0.0.1:4001/graphql');
  if (url.pathname === '/') url.pathname = '/graphql';
  return url;
}
