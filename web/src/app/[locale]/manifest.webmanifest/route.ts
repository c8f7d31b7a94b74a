import type { MetadataRoute } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { routing } from '../../../i18n/routing.ts';

/** What the app is called and looks like once it is installed, in the language in which it was. W3C Web Application Manifest. */
export async function GET(_: Request, { params }: { readonly params: Promise<{ readonly locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'app' });
  const manifest: MetadataRoute.Manifest = {
    id: '/',
    scope: '/',
    start_url: `/${locale}`,
    lang: locale,
    dir: 'ltr',
    name: t('title'),
    short_name: t('name'),
    description: t('description'),
    display: 'standalone',
    background_color: '#f3f5f4',
    theme_color: '#0b5c7a',
    categories: ['business', 'logistics'],
    icons: [
      { src: '/icons/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    shortcuts: [{ name: t('shipments'), url: `/${locale}/shipments` }],
  };
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' },
  });
} // prettier-ignore
