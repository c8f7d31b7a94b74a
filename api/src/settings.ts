import { join } from 'node:path';
import { z } from 'zod';
import { oidcOf } from './access/oidc/oidc-settings.ts';
import { EMAIL_VERIFIED } from './access/oidc/providers-file.ts';
import { proxiesOf } from './access/proxies.ts';

const environment = z.object({
  NEO4J_URI: z.string().default('neo4j://127.0.0.1:7687'),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  REDIS_URL: z.string().default('redis://127.0.0.1:6379'),
  REDIS_PREFIX: z.string().default('throughline'),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: z.coerce.number().int().default(4001),
  INGEST_URL: z.string().default('http://127.0.0.1:4002'),
  LOG_LEVEL: z.string().default('info'),
  WEBHOOK_PRIVATE_HOSTS: z.string().default(''),
  SMTP_URL: z.string().default(''),
  MAIL_FROM: z.string().default('throughline@localhost'),
  VAPID_PRIVATE_KEY: z.string().default(''),
  THROUGHLINE_DATA: z.string().default('.throughline'),
  SAMPLE_WORLD: z.string().default('0'),
  NODE_ENV: z.string().default('production'),
  /** Whoever forgets to say so must not show everything to everybody. */
  ACCESS: z.enum(['open', 'required']).default('required'),
  PUBLIC_LOOKUP: z.enum(['off', 'on']).default('off'),
  TRUSTED_PROXIES: z.string().default(''),
  PUBLIC_URL: z.string().default('http://127.0.0.1:4000'),
  OIDC_ISSUER: z.string().default(''),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  OIDC_DOMAINS: z.string().default(''),
  OIDC_EMAIL_VERIFIED: z.enum(EMAIL_VERIFIED).default('said'),
  OIDC_NAME: z.string().default(''),
  OIDC_PROVIDERS_FILE: z.string().default(''),
  GRAPHQL_INTROSPECTION: z.string().optional(),
  PERSISTED_OPERATIONS: z.enum(['allowed', 'required']).default('allowed'),
  API_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(6000),
  API_SOCKETS_AT_ONCE: z.coerce.number().int().positive().default(200),
  API_SUBSCRIPTIONS_AT_ONCE: z.coerce.number().int().positive().default(1000),
});

/** Settings of an API process, read once from the environment; the README lists them all. */
export type Settings = ReturnType<typeof readSettings>;

export function readSettings(env: Readonly<Record<string, string | undefined>>) {
  const read = environment.parse(env);
  return {
    neo4j: { uri: read.NEO4J_URI, user: read.NEO4J_USER, password: read.NEO4J_PASSWORD },
    redis: { url: read.REDIS_URL, prefix: read.REDIS_PREFIX },
    host: read.API_HOST,
    port: read.API_PORT,
    ingestUrl: read.INGEST_URL,
    logLevel: read.LOG_LEVEL,
    /** Hosts that webhooks may lead to although they are not public, also without TLS. */
    webhookTargets: { allowed: read.WEBHOOK_PRIVATE_HOSTS.split(',').filter((host) => host !== '') },
    mail: {
      smtpUrl: read.SMTP_URL,
      from: read.MAIL_FROM,
      outbox: join(read.THROUGHLINE_DATA, 'outbox'),
      publicUrl: read.PUBLIC_URL,
    },
    push: {
      /** Empty: the one in the file, which is made where it is missing. */
      privateKey: read.VAPID_PRIVATE_KEY,
      keyFile: join(read.THROUGHLINE_DATA, 'vapid.key'),
      contact: contactOf(read.PUBLIC_URL, read.MAIL_FROM),
    },
    sampleWorld: read.SAMPLE_WORLD === '1',
    development: read.NODE_ENV === 'development',
    introspection: (read.GRAPHQL_INTROSPECTION ?? (read.NODE_ENV === 'development' ? '1' : '0')) === '1',
    operations: read.PERSISTED_OPERATIONS,
    requestsPerMinute: read.API_REQUESTS_PER_MINUTE,
    /** Of one key or person, in this process. */
    socketsAtOnce: read.API_SOCKETS_AT_ONCE,
    subscriptionsAtOnce: read.API_SUBSCRIPTIONS_AT_ONCE,
    access: {
      mode: read.ACCESS,
      publicLookup: read.PUBLIC_LOOKUP === 'on',
      isProxy: proxiesOf(read.TRUSTED_PROXIES),
      providers: oidcOf(read),
    },
  };
}

/** Whom push services turn to: the pages where they have an address of their own, else whom letters come from. */
function contactOf(publicUrl: string, from: string): string {
  return publicUrl.startsWith('https:') ? publicUrl : `mailto:${/<([^>]+)>\s*$/.exec(from)?.[1] ?? from}`;
}
