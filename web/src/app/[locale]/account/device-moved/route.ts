import { movedIn, moveDevice } from '../../../../features/alerts/move-device.ts';
import { askApi } from '../../../../gql/ask-api.ts';

const STATUS = { MOVED: 204, NOT_HIS: 404, FAILED: 503 } as const;

/** Where the service worker says that a push service moved its subscription (public/sw.js). Others’ pages cannot say so: JSON of theirs is asked about before. */
export async function POST(request: Request): Promise<Response> {
  const isOurs = request.headers.get('sec-fetch-site') !== 'cross-site';
  const isJson = request.headers.get('content-type') === 'application/json';
  const moved = isOurs && isJson ? movedIn(await request.json().catch(() => null)) : null;
  if (!moved) return new Response(null, { status: 400 });
  return new Response(null, { status: STATUS[await moveDevice(moved, askApi)] });
}
