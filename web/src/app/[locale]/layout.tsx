import '../mantine.css';
import '../globals.css';
import { ColorSchemeScript, mantineHtmlProps, MantineProvider } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { PATH_HEADER } from '../../features/access/safe-path.ts';
import { loadViewer } from '../../features/account/load-viewer.ts';
import { loadService } from '../../features/live/load-service.ts';
import { Offline } from '../../features/offline/offline.tsx';
import { isOfflinePage } from '../../features/offline/offline-path.ts';
import type { LayoutRouteProps } from '../route-props.ts';
import { ServiceClockProvider } from '../../features/live/service-clock.tsx';
import { routing } from '../../i18n/routing.ts';
import { visitorOf } from '../../features/search/visits.ts';
import { isEmbedded } from '../../features/share-links/shared-path.ts';
import { footPages } from '../../features/shell/foot-pages.ts';
import { Shell } from '../../features/shell/shell.tsx';
import { FallbackFont } from '../../ui/fallback-font.tsx';
import { theme } from '../../ui/theme.ts';

export async function generateMetadata({ params }: LayoutRouteProps): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'app' });
  return {
    title: { default: t('title'), template: `%s · ${t('name')}` },
    description: t('description'),
    manifest: `/${locale}/manifest.webmanifest`,
    appleWebApp: { title: t('name') },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#142027' },
  ],
};

export default async function LocaleLayout({ children, params }: LayoutRouteProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const [{ service, now, clockRate }, viewer, requestHeaders] = await Promise.all([
    loadService(),
    loadViewer(),
    headers(),
  ]);
  const nonce = requestHeaders.get('x-nonce') ?? '';
  const page = requestHeaders.get(PATH_HEADER);
  // That page is kept in the browser, and shown to whoever sits there next.
  const seenBy = isOfflinePage(page) ? null : viewer;
  const visitor = seenBy && visitorOf(seenBy);
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          href="/vendor/noto-sans-sc/files/noto-sans-sc-latin-wght-normal.woff2"
          crossOrigin=""
        />
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <NextIntlClientProvider>
          <MantineProvider theme={theme} defaultColorScheme="auto">
            <ServiceClockProvider now={now} rate={clockRate}>
              {isEmbedded(page) ? (
                children
              ) : (
                <>
                  <Offline visitor={visitor} />
                  <Shell service={service} visitor={visitor} foot={footPages(seenBy)}>
                    {children}
                  </Shell>
                </>
              )}
            </ServiceClockProvider>
          </MantineProvider>
        </NextIntlClientProvider>
        <FallbackFont />
      </body>
    </html>
  );
}
