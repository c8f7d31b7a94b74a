import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { join } from 'node:path';

const withNextIntl = createNextIntlPlugin('./src/i18n/request.ts');

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // In development the sources of the workspace are served; the build takes its `dist`.
  transpilePackages: ['graph-schema'],
  turbopack: { root: join(import.meta.dirname, '..') },
  headers: () =>
    Promise.resolve([
      {
        source: '/vendor/:path*',
        headers: [{ key: 'cache-control', value: 'public, max-age=86400' }],
      },
      {
        source: '/basemap/:path*',
        headers: [{ key: 'cache-control', value: 'public, max-age=86400' }],
      },
    ]),
};

export default withNextIntl(config);
