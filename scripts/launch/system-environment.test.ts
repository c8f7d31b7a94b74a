import { expect, test } from 'vitest';
import { systemEnvironment, webEnvironment } from './system-environment.mjs';

const facts = {
  services: {
    neo4j: { uri: 'bolt://127.0.0.1:7690', user: 'neo4j', password: 'secret' },
    redisUrl: 'redis://127.0.0.1:6380',
  },
  clock: { origin: 0, wall: 0, rate: 60 },
  urls: { web: 'http://127.0.0.1:4003', api: 'http://127.0.0.1:4004', ingest: 'http://127.0.0.1:4005' },
  dataDir: '/data',
  sampleWorld: true,
  aisPort: 10_110,
};

test('processes are told the ports that were really taken', () => {
  const env = systemEnvironment(facts, { PATH: '/bin', WEB_PORT: '4000', NEO4J_URI: 'bolt://elsewhere' });
  expect(env).toMatchObject({
    PATH: '/bin',
    WEB_PORT: '4003',
    API_PORT: '4004',
    INGEST_URL: 'http://127.0.0.1:4005',
    NEO4J_URI: 'bolt://127.0.0.1:7690',
    REDIS_URL: 'redis://127.0.0.1:6380',
    CLOCK_RATE: '60',
    SAMPLE_WORLD: '1',
    AIS_PORT: '10110',
  });
});

test('without the sample world there is no word of it', () => {
  const env = systemEnvironment({ ...facts, sampleWorld: false, aisPort: null }, {});
  expect(env).not.toHaveProperty('SAMPLE_WORLD');
  expect(env).not.toHaveProperty('AIS_PORT');
});

test('nobody is let in unasked, unless it is said; invented cargo may be looked up by anybody', () => {
  expect(systemEnvironment(facts, {})).toMatchObject({ ACCESS: 'required', PUBLIC_LOOKUP: 'on' });
  expect(systemEnvironment({ ...facts, sampleWorld: false }, {})).toMatchObject({ PUBLIC_LOOKUP: 'off' });
  expect(systemEnvironment(facts, { ACCESS: 'open', PUBLIC_LOOKUP: 'off' })).toMatchObject({
    ACCESS: 'open',
    PUBLIC_LOOKUP: 'off',
  });
});

test('the web is given no way to the stores', () => {
  const env = webEnvironment(systemEnvironment(facts, {}));
  expect(Object.values(env).join(' ')).not.toMatch(/secret|bolt:|redis:/);
  expect(env).toMatchObject({ API_URL: 'http://127.0.0.1:4004' });
});
