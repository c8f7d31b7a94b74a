import { clockEnvironment } from './clock.mjs';
import { LOOPBACK } from './ports.mjs';
import { serviceEnvironment } from './services.mjs';

/** What every process of the system reads its settings from; the README lists them. `aisPort` null: no AIS listener. */
export function systemEnvironment(
  { services, clock, urls, dataDir, sampleWorld, aisPort },
  env = process.env,
) {
  return {
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ...serviceEnvironment(services),
    ...clockEnvironment(clock),
    THROUGHLINE_DATA: dataDir,
    API_HOST: LOOPBACK,
    INGEST_HOST: LOOPBACK,
    API_PORT: portOf(urls.api),
    INGEST_PORT: portOf(urls.ingest),
    WEB_PORT: portOf(urls.web),
    API_URL: urls.api,
    INGEST_URL: urls.ingest,
    WEB_URL: urls.web,
    PUBLIC_URL: env.PUBLIC_URL ?? urls.web,
    ACCESS: env.ACCESS ?? 'required',
    // Invented cargo may be looked up by anybody.
    PUBLIC_LOOKUP: env.PUBLIC_LOOKUP ?? (sampleWorld ? 'on' : 'off'),
    ...(sampleWorld && { SAMPLE_WORLD: '1' }),
    ...(aisPort !== null && { AIS_PORT: String(aisPort) }),
  };
}

/** The web talks to the API only: it is given no way to the stores. */
export function webEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => !/^(NEO4J_|REDIS_)/.test(name));
  return Object.fromEntries(kept);
}

function portOf(url) {
  return new URL(url).port;
}
