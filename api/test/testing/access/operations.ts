/** Kinds of those who ask. An operator's program is none that changes who sees what. */
export const ASKERS = ['PUBLIC', 'SHARE_LINK', 'API_KEY', 'MEMBER', 'ADMIN', 'OPERATOR_KEY', 'OPERATOR_MEMBER', 'OPERATOR'] as const; // prettier-ignore
export type AskerKind = (typeof ASKERS)[number];

export const ORGANISATIONS: readonly AskerKind[] = ASKERS.filter(
  (kind) => kind !== 'PUBLIC' && kind !== 'SHARE_LINK',
);
const [EVERYBODY, WHO_SEES_CARGO, PEOPLE, ADMINS, OPERATORS, OPERATOR_ADMINS] = [
  ASKERS,
  // Numbers can be looked up by anybody here.
  ASKERS,
  ['MEMBER', 'ADMIN', 'OPERATOR_MEMBER', 'OPERATOR'],
  ['ADMIN', 'OPERATOR'],
  ['OPERATOR_KEY', 'OPERATOR_MEMBER', 'OPERATOR'],
  ['OPERATOR'],
] as const satisfies readonly (readonly AskerKind[])[];

/** One operation: who may ask it, and how it is asked so that nothing changes by it. */
export interface Operation {
  readonly who: readonly AskerKind[];
  /** Arguments as they stand in a question, and what is asked of the answer. */
  readonly asked: string;
}

const op = (who: readonly AskerKind[], asked: string): Operation => ({ who, asked });
const NONE = '"none"';
const ANY = '{ __typename }';

/** Every query, mutation and subscription that there is; a test fails where one is missing. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'Query.service': op(EVERYBODY, ANY),
  'Query.viewer': op(EVERYBODY, ANY),
  'Query.signInProvider': op(EVERYBODY, ANY),
  'Query.signInByEmail': op(EVERYBODY, ''),
  'Query.lookup': op(WHO_SEES_CARGO, `(number: "COSU6400000001") ${ANY}`),
  'Query.shipment': op(WHO_SEES_CARGO, `(id: ${NONE}) ${ANY}`),
  'Query.node': op(WHO_SEES_CARGO, `(id: ${NONE}) ${ANY}`),
  'Query.nodes': op(WHO_SEES_CARGO, `(ids: []) ${ANY}`),
  'Query.codeLists': op(WHO_SEES_CARGO, ANY),
  'Query.codeList': op(WHO_SEES_CARGO, `(name: ${NONE}) ${ANY}`),
  'Query.lookupMany': op(ORGANISATIONS, `(numbers: []) ${ANY}`),
  'Query.shipments': op(ORGANISATIONS, ANY),
  'Query.suggestions': op(ORGANISATIONS, `(number: "COSU6400000001") ${ANY}`),
  'Query.changes': op(ORGANISATIONS, ANY),
  'Query.ports': op(ORGANISATIONS, ANY),
  'Query.port': op(ORGANISATIONS, `(code: ${NONE}) ${ANY}`),
  'Query.positionsAsOf': op(ORGANISATIONS, `(box: { west: 0, south: 0, east: 1, north: 1 }, asOf: "2026-11-20T00:00:00Z") ${ANY}`),
  'Query.feedCursor': op(ORGANISATIONS, ''),
  'Query.organisations': op(ORGANISATIONS, ANY),
  'Query.grants': op(PEOPLE, ANY),
  'Query.shareLinks': op(PEOPLE, ANY),
  'Query.users': op(ADMINS, ANY),
  'Query.apiKeys': op(ADMINS, ANY),
  'Query.auditTrail': op(ADMINS, ANY),
  'Query.auditEntries': op(ADMINS, ANY),
  'Query.sources': op(OPERATORS, ANY),
  'Query.source': op(OPERATORS, `(id: ${NONE}) ${ANY}`),
  'Query.receivedMessages': op(OPERATORS, ANY),
  'Query.receivedMessage': op(OPERATORS, `(id: ${NONE}) ${ANY}`),
  'Query.parkedOfNumber': op(OPERATORS, `(number: ${NONE}) ${ANY}`),
  'Query.feedConsumers': op(OPERATORS, ANY),
  'Query.parkedClaims': op(OPERATORS, ANY),
  'Query.unmappedCodes': op(OPERATORS, ANY),
  'Mutation.signIn': op(EVERYBODY, `(login: ${NONE}, password: ${NONE}) ${ANY}`),
  'Mutation.signOut': op(EVERYBODY, ''),
  'Mutation.grantShipment': op(PEOPLE, `(shipment: ${NONE}, organisation: ${NONE}, groups: []) ${ANY}`),
  'Mutation.revokeGrant': op(PEOPLE, `(id: ${NONE}) ${ANY}`),
  'Mutation.shareShipment': op(PEOPLE, `(shipment: ${NONE}, groups: [], expiresAt: "2100-01-01T00:00:00Z") ${ANY}`),
  'Mutation.revokeShareLink': op(PEOPLE, `(id: ${NONE}) ${ANY}`),
  'Mutation.createUser': op(ADMINS, `(login: ${NONE}, name: ${NONE}, password: "short", role: MEMBER) ${ANY}`),
  'Mutation.changeUser': op(ADMINS, `(id: ${NONE}, role: MEMBER, isDisabled: true) ${ANY}`),
  'Mutation.createApiKey': op(ADMINS, `(name: ${NONE}, organisation: null) ${ANY}`),
  'Mutation.revokeApiKey': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Mutation.mapCode': op(OPERATORS, `(list: ${NONE}, code: ${NONE}) ${ANY}`),
  'Mutation.readAgain': op(OPERATORS, `(source: ${NONE}, which: DEAD) ${ANY}`),
  'Mutation.replayMessage': op(OPERATORS, `(id: ${NONE}) ${ANY}`),
  'Mutation.saveOrganisation': op(OPERATOR_ADMINS, `(id: ${NONE}, name: ${NONE}, kinds: [], keys: [], sources: []) ${ANY}`),
  'Query.webhooks': op(ORGANISATIONS, ANY),
  'Query.webhookDeliveries': op(ORGANISATIONS, `(webhook: ${NONE}) ${ANY}`),
  'Mutation.createWebhook': op(ADMINS, `(url: "ftp://none") ${ANY}`),
  'Mutation.changeWebhook': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Mutation.pauseWebhook': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Mutation.enableWebhook': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Mutation.replayWebhook': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Mutation.deleteWebhook': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Mutation.testWebhook': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Mutation.rotateWebhookSecret': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Mutation.resendWebhookDelivery': op(ADMINS, `(id: ${NONE}) ${ANY}`),
  'Query.watchLists': op(ORGANISATIONS, ANY),
  'Query.watchList': op(ORGANISATIONS, `(id: ${NONE}) ${ANY}`),
  'Mutation.createWatchList': op(ORGANISATIONS, `(name: " ") ${ANY}`),
  'Mutation.renameWatchList': op(ORGANISATIONS, `(id: ${NONE}, name: ${NONE}) ${ANY}`),
  'Mutation.deleteWatchList': op(ORGANISATIONS, `(id: ${NONE}) ${ANY}`),
  'Mutation.addToWatchList': op(ORGANISATIONS, `(id: ${NONE}) ${ANY}`),
  'Mutation.removeFromWatchList': op(ORGANISATIONS, `(id: ${NONE}) ${ANY}`),
  'Query.savedViews': op(PEOPLE, ANY),
  'Mutation.saveView': op(PEOPLE, `(name: " ", query: "", isShared: false) ${ANY}`),
  'Mutation.deleteSavedView': op(PEOPLE, `(id: ${NONE}) ${ANY}`),
  'Query.alertRules': op(PEOPLE, ANY),
  'Query.alertAddress': op(PEOPLE, ANY),
  'Query.alertLetters': op(PEOPLE, ANY),
  'Query.alertDevices': op(PEOPLE, ANY),
  'Query.alertPushKey': op(PEOPLE, ''),
  'Mutation.saveAlertAddress': op(PEOPLE, `(address: ${NONE}, language: EN) ${ANY}`),
  'Mutation.createAlertRule': op(PEOPLE, `(name: " ", hours: { zone: "UTC" }) ${ANY}`),
  'Mutation.changeAlertRule': op(PEOPLE, `(id: ${NONE}, name: " ", hours: { zone: "UTC" }) ${ANY}`),
  'Mutation.pauseAlertRule': op(PEOPLE, `(id: ${NONE}) ${ANY}`),
  'Mutation.enableAlertRule': op(PEOPLE, `(id: ${NONE}) ${ANY}`),
  'Mutation.deleteAlertRule': op(PEOPLE, `(id: ${NONE}) ${ANY}`),
  'Mutation.saveAlertDevice': op(PEOPLE, `(name: " ", endpoint: ${NONE}, p256dh: "", auth: "") ${ANY}`),
  'Mutation.deleteAlertDevice': op(PEOPLE, `(id: ${NONE}) ${ANY}`),
  'Subscription.journeyUpdated': op(WHO_SEES_CARGO, `(id: ${NONE}) ${ANY}`),
  'Subscription.statusFeed': op(ORGANISATIONS, ANY),
  'Subscription.exceptions': op(ORGANISATIONS, ANY),
  'Subscription.portActivity': op(ORGANISATIONS, `(port: "CNNBO") ${ANY}`),
  'Subscription.livePositions': op(ORGANISATIONS, `(box: { west: 0, south: 0, east: 1, north: 1 }, zoom: 3) ${ANY}`),
  'Subscription.ingestHealth': op(OPERATORS, ANY),
}; // prettier-ignore

export function questionOf(name: string): string {
  const [root = '', field = ''] = name.split('.');
  return `${root.toLowerCase()} { ${field} ${OPERATIONS[name]?.asked ?? ''} }`;
}
