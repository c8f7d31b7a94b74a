/**
 * Who may ask what. ANYONE: without signing in. READER: whoever may see some cargo, by signing in, a link, or the public
 * lookup. MEMBER: an organisation, by a person or an API key. ADMIN: who changes who sees what of an organisation. OPERATOR: who runs
 * the service. What has no rule is the operator's, and fails a test.
 */
export type RootRule = 'ANYONE' | 'READER' | 'MEMBER' | 'ADMIN' | 'OPERATOR';

export const ROOT_RULES: Readonly<Record<string, RootRule>> = {
  'Query.service': 'ANYONE',
  'Query.lookup': 'READER',
  'Query.shipment': 'READER',
  'Query.lookupMany': 'MEMBER',
  'Query.shipments': 'MEMBER',
  'Query.suggestions': 'MEMBER',
  'Query.changes': 'MEMBER',
  'Query.feedPosition': 'MEMBER',
  'Query.codeLists': 'READER',
  'Query.codeList': 'READER',
  'Query.sources': 'OPERATOR',
  'Query.source': 'OPERATOR',
  'Query.receivedMessages': 'OPERATOR',
  'Query.unmappedCodes': 'OPERATOR',
  'Mutation.mapCode': 'OPERATOR',
  'Mutation.readAgain': 'OPERATOR',
  'Subscription.journeyUpdated': 'READER',
  'Subscription.statusFeed': 'MEMBER',
};
