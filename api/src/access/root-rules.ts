/**
 * Who may ask what. ANYONE: without signing in. READER: whoever may see some cargo, by signing in, a link, or the public
 * lookup. MEMBER: an organisation, by a person or an API key. PERSON: a person of it. ADMIN: who changes who sees what of an organisation. OPERATOR: who runs
 * the service, OPERATOR_ADMIN: and may change who sees it. What has no rule is the operator's, and fails a test.
 */
export type RootRule = 'ANYONE' | 'READER' | 'MEMBER' | 'PERSON' | 'ADMIN' | 'OPERATOR' | 'OPERATOR_ADMIN';

export const ROOT_RULES: Readonly<Record<string, RootRule>> = {
  'Query.service': 'ANYONE',
  'Query.lookup': 'READER',
  'Query.shipment': 'READER',
  'Query.codeLists': 'READER',
  'Query.codeList': 'READER',
  'Query.viewer': 'ANYONE',
  'Query.organisations': 'MEMBER',
  'Query.users': 'ADMIN',
  'Query.apiKeys': 'ADMIN',
  'Query.grants': 'PERSON',
  'Query.shareLinks': 'PERSON',
  'Query.auditTrail': 'ADMIN',
  'Mutation.signIn': 'ANYONE',
  'Mutation.signOut': 'ANYONE',
  'Mutation.saveOrganisation': 'OPERATOR_ADMIN',
  'Mutation.createUser': 'ADMIN',
  'Mutation.changeUser': 'ADMIN',
  'Mutation.createApiKey': 'ADMIN',
  'Mutation.revokeApiKey': 'ADMIN',
  'Mutation.grantShipment': 'PERSON',
  'Mutation.revokeGrant': 'PERSON',
  'Mutation.shareShipment': 'PERSON',
  'Mutation.revokeShareLink': 'PERSON',
  'Query.sources': 'OPERATOR',
  'Query.source': 'OPERATOR',
  'Query.receivedMessages': 'OPERATOR',
  'Query.unmappedCodes': 'OPERATOR',
  'Mutation.mapCode': 'OPERATOR',
  'Mutation.readAgain': 'OPERATOR',
  'Subscription.journeyUpdated': 'READER',
  // Of each shipment what whoever asks sees of it, and found by that alone.
  'Query.lookupMany': 'MEMBER',
  'Query.shipments': 'MEMBER',
  'Query.suggestions': 'MEMBER',
  'Query.changes': 'MEMBER',
  'Query.feedCursor': 'MEMBER',
  'Subscription.statusFeed': 'MEMBER',
};
