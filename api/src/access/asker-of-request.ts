import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { createContext, type Context, type Services } from '../context.ts';
import { credentialsOf, type Credentials } from './credentials.ts';

/** What Yoga knows of a request: over HTTP and SSE the request, over graphql-ws the connection. */
export interface Asked {
  readonly request?: Request;
  readonly req?: IncomingMessage;
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly extra?: { readonly request?: IncomingMessage };
}

/** Who asks, and what he asks with. Throws where the credentials are none, or none any more. */
export async function contextOf(services: Services, asked: Asked): Promise<Context> {
  const context = await findContext(
    services,
    credentialsIn(asked),
    asked.request ?? null,
    addressOf(asked, services.access.isProxy),
  );
  if (context) return context;
  throw new GraphQLError('These credentials are not valid, or not any more.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}

/** The same for a façade; null: the credentials are none, or nobody asks who may not. */
export async function restContextOf(services: Services, request: Request): Promise<Context | null> {
  const context = await findContext(services, credentialsIn({ request }), request, '');
  return context?.asker.kind === 'PUBLIC' ? null : context;
}

/** The same for a socket that a façade opens. */
export async function socketContextOf(services: Services, request: IncomingMessage): Promise<Context | null> {
  const context = await findContext(services, credentialsIn({ extra: { request } }), null, '');
  return context?.asker.kind === 'PUBLIC' ? null : context;
}

async function findContext(
  services: Services,
  credentials: Credentials,
  request: Request | null,
  address: string,
): Promise<Context | null> {
  const asker = await services.access.askerOf(credentials);
  return (
    asker && createContext(services, asker, () => services.access.askerOf(credentials), request, address)
  );
}

/** What a request, or the connection that it comes over, was sent with. */
export function credentialsIn({ request, connectionParams, extra }: Asked): Credentials {
  if (request) return credentialsOf(request.headers.get('authorization'), request.headers.get('cookie'));
  const headers = extra?.request?.headers ?? {};
  const said = connectionParams?.['authorization'];
  return credentialsOf(
    typeof said === 'string' ? said : (headers.authorization ?? null),
    headers.cookie ?? null,
  );
}

/** Where a request comes from; from a proxy, and from our own pages, where theirs comes from, as they say. */
function addressOf({ req, extra }: Asked, isProxy: (address: string) => boolean): string {
  const message = req ?? extra?.request;
  const remote = message?.socket.remoteAddress ?? '';
  const said = message?.headers['x-forwarded-for'];
  const behind = (Array.isArray(said) ? said.at(-1) : said)?.split(',').at(-1)?.trim();
  return isProxy(remote) && behind ? behind : remote;
}
