import type { IncomingMessage } from 'node:http';
import type { Asker } from 'graph-schema/domain/access/asker';
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
export function credentialsIn(asked: Asked): Credentials {
  const cookies = asked.request ? asked.request.headers.get('cookie') : asked.extra?.request?.headers.cookie;
  return credentialsOf(authorizationIn(asked), cookies ?? null);
}

/** The header of it, or what a connection said in its place; null: neither. */
export function authorizationIn({ request, connectionParams, extra }: Asked): string | null {
  if (request) return request.headers.get('authorization');
  const said = connectionParams?.['authorization'];
  return typeof said === 'string' ? said : (extra?.request?.headers.authorization ?? null);
}

/** By what name things are counted that somebody holds open: each key and person has his own, whoever is none, or many, his address. */
export function heldBy(asker: Asker | null, address: string): string {
  // A link is given to any number of people.
  const isMany = asker === null || asker.actor === null || asker.kind === 'SHARE_LINK';
  return isMany ? `address ${address}` : asker.actor;
}

/** The same for a connection that has asked nothing yet. */
export async function socketHeldBy({ access }: Pick<Services, 'access'>, asked: Asked): Promise<string> {
  // That the graph does not answer is told to what is asked, and shuts nobody out before.
  const asker = await access.askerOf(credentialsIn(asked)).catch(() => null);
  return heldBy(asker, addressOf(asked, access.isProxy));
}

/** Where a request comes from; from a proxy, and from our own pages, where theirs comes from, as they say. */
function addressOf({ req, extra }: Asked, isProxy: (address: string) => boolean): string {
  const message = req ?? extra?.request;
  const remote = message?.socket.remoteAddress ?? '';
  const said = message?.headers['x-forwarded-for'];
  const behind = (Array.isArray(said) ? said.at(-1) : said)?.split(',').at(-1)?.trim();
  return isProxy(remote) && behind ? behind : remote;
}
