import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadPerson } from '../../../../../features/account/load-viewer.ts';
import { ApiSilent } from '../../../../../features/shell/api-silent.tsx';
import { DELIVERY_STATES } from '../../../../../features/webhooks/choices.ts';
import { DeliveryLog } from '../../../../../features/webhooks/delivery-log.tsx';
import { ReplayForm } from '../../../../../features/webhooks/replay-form.tsx';
import { WebhookActions } from '../../../../../features/webhooks/webhook-actions.tsx';
import { WebhookFacts } from '../../../../../features/webhooks/webhook-facts.tsx';
import { WebhookLogDocument, WebhooksDocument } from '../../../../../features/webhooks/webhooks.graphql.ts';
import { askApi } from '../../../../../gql/ask-api.ts';
import { Link } from '../../../../../i18n/navigation.ts';
import { firstOf, type RouteProps } from '../../../../route-props.ts';

export default async function WebhookPage({ params, searchParams }: RouteProps<{ readonly id: string }>) {
  const [t, { id: said }, { state, after }, viewer] = await Promise.all([
    getTranslations('webhooks'),
    params,
    searchParams,
    loadPerson(),
  ]);
  if (viewer === null) return <ApiSilent />;
  const id = decodeURIComponent(said);
  const show = DELIVERY_STATES.find((one) => one === firstOf(state)) ?? null;
  const [listed, log] = await Promise.all([
    askApi(WebhooksDocument, {}),
    askApi(WebhookLogDocument, { webhook: id, state: show, after: firstOf(after) ?? null }),
  ]);
  if (!listed.ok || !log.ok) return <ApiSilent />;
  const webhook = listed.data.webhooks.find((one) => one.id === id);
  const { node } = log.data;
  if (!webhook || node?.__typename !== 'Webhook') notFound();
  return (
    <>
      <p>
        <Link href="/account/webhooks">{t('back')}</Link>
      </p>
      <WebhookFacts webhook={webhook} lists={listed.data.watchLists} />
      {viewer.isAdmin ? <WebhookActions webhook={webhook} /> : null}
      {viewer.isAdmin && webhook.form === 'STANDARD' ? <ReplayForm id={id} /> : null}
      <DeliveryLog webhook={id} show={show} page={node.deliveries} isAdmin={viewer.isAdmin} />
    </>
  );
} // prettier-ignore
