import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from './schema.ts';

/** Everything of the schema that a reader of its documentation sees, with its description. */
function* described(): Generator<[name: string, description: string | null | undefined]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || (isScalarType(type) && isSpecifiedScalarType(type))) continue;
    yield [type.name, type.description];
    if (isEnumType(type))
      for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description];
      if (!('args' in field)) continue;
      for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name})`, arg.description];
    }
  }
}

describe('the schema', () => {
  it('is the committed SDL: `node … api/src/main/print-schema.ts --write` prints it', () => {
    const committed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
  });

  it('describes every type, field, argument and value of its own', () => {
    const missing = [...described()].filter(([, description]) => !description?.trim()).map(([name]) => name);
    expect(missing).toEqual([]);
  });

  it('says as a union what can go wrong', () => {
    const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
    const members = unions.map((u) => `${u.name} = ${u.getTypes().map(({ name }) => name).join(' | ')}`); // prettier-ignore
    expect(members.sort()).toMatchInlineSnapshot(`
      [
        "MutationAddToWatchListResult = NotFoundError | WatchAddition | WatchListError",
        "MutationChangeAlertRuleResult = AlertError | AlertRule | NotFoundError",
        "MutationChangeUserResult = AccountError | User",
        "MutationChangeWebhookResult = NotFoundError | Webhook | WebhookError",
        "MutationCreateAlertRuleResult = AlertError | AlertRule",
        "MutationCreateApiKeyResult = AccountError | NewApiKey",
        "MutationCreateUserResult = AccountError | User",
        "MutationCreateWatchListResult = WatchList | WatchListError",
        "MutationCreateWebhookResult = WebhookError | WebhookSecret",
        "MutationDeleteAlertDeviceResult = AlertDevice | NotFoundError",
        "MutationDeleteAlertRuleResult = AlertRule | NotFoundError",
        "MutationDeleteSavedViewResult = NotFoundError | SavedView",
        "MutationDeleteWatchListResult = NotFoundError | WatchList | WatchListError",
        "MutationDeleteWebhookResult = NotFoundError | Webhook",
        "MutationEnableAlertRuleResult = AlertRule | NotFoundError",
        "MutationEnableWebhookResult = NotFoundError | Webhook",
        "MutationGrantShipmentResult = AccountError | Grant | NotFoundError",
        "MutationMapCodeResult = MappedCode | NotFoundError | UnknownMeaningError",
        "MutationPauseAlertRuleResult = AlertRule | NotFoundError",
        "MutationPauseWebhookResult = NotFoundError | Webhook",
        "MutationRemoveFromWatchListResult = NotFoundError | WatchList | WatchListError",
        "MutationRenameWatchListResult = NotFoundError | WatchList | WatchListError",
        "MutationReplayMessageResult = NotFoundError | ReplayedMessage",
        "MutationReplayWebhookResult = NotFoundError | ResyncError | Webhook",
        "MutationResendWebhookDeliveryResult = NotFoundError | WebhookDelivery",
        "MutationRevokeApiKeyResult = AccountError | ApiKey",
        "MutationRevokeGrantResult = AccountError | Grant",
        "MutationRevokeShareLinkResult = AccountError | ShareLink",
        "MutationRotateWebhookSecretResult = NotFoundError | WebhookError | WebhookSecret",
        "MutationSaveAlertAddressResult = AlertAddress | AlertError",
        "MutationSaveAlertDeviceResult = AlertDevice | AlertError",
        "MutationSaveOrganisationResult = AccountError | Organisation",
        "MutationSaveViewResult = SavedView | SavedViewError",
        "MutationShareShipmentResult = AccountError | NewShareLink | NotFoundError",
        "MutationSignInResult = SignInError | Viewer",
        "MutationTestWebhookResult = NotFoundError | WebhookTest",
        "QueryChangesResult = FeedPage | ResyncError",
        "QueryCodeListResult = CodeList | NotFoundError",
        "QueryPortResult = NotFoundError | Port",
        "QueryReceivedMessageResult = NotFoundError | ReceivedMessage",
        "QueryShipmentResult = AsOfError | NotFoundError | Shipment",
        "QuerySourceResult = NotFoundError | SourceReport",
        "SubscriptionExceptionsResult = ExceptionPage | ResyncError",
        "SubscriptionJourneyUpdatedResult = JourneyUpdate | NotFoundError",
        "SubscriptionPortActivityResult = PortActivityPage | ResyncError",
        "SubscriptionStatusFeedResult = FeedPage | ResyncError",
      ]
    `);
  });
});
