import type { FieldGroup } from 'graph-schema/domain/access/access-rules';

/**
 * What each type tells: a group of fields, nothing of cargo (OPEN), accounts of the own organisation (ACCOUNT), or what is for
 * whoever runs the service (OPERATOR). A type that is only reached through a field has that field's group besides; what each field tells stands in `field-rules.ts`.
 */
export type TypeRule = FieldGroup | 'OPEN' | 'ACCOUNT' | 'OPERATOR';

export const TYPES: Readonly<Record<string, TypeRule>> = {
  ...rules('OPEN', 'Service', 'Viewer', 'LinkSight', 'SignInProvider', 'CodeList', 'CodeRow', 'RuleEdition', 'Source', 'NotFoundError', 'AsOfError', 'AccountError', 'SignInError', 'UnknownMeaningError', 'ResyncError', 'WebhookError', 'PageInfo'),
  ...rules('OPEN', 'Lookup', 'LookupHit', 'NumberCandidate', 'Identifier', 'Place', 'EventTime', 'Transport', 'JourneyUpdate'),
  ...rules('MILESTONES', 'Shipment', 'Journey', 'Milestone', 'Voice', 'ContainerProgress', 'Leg', 'Arrived', 'Deviation', 'OvertakenPlan', 'ExpectedStep', 'WithdrawnStatus', 'JourneyGeometry', 'PathSegment', 'MapStop', 'ParkedStatement'),
  ...rules('ETA', 'Eta', 'EtaBand', 'EtaChange', 'EtaComputation', 'EtaPart', 'EtaSeries', 'EtaStop', 'EtaTelling'),
  ...rules('POSITIONS', 'LivePosition', 'LivePositions', 'MapPosition', 'PositionsAsOf'),
  ...rules('PAPERS', 'RelatedShipment'),
  ...rules('PARTIES', 'Party', 'PartyId'),
  ...rules('GOODS', 'Goods', 'GoodsLine', 'PieceProgress', 'PiecesAt'),
  ...rules('EVIDENCE', 'Evidence'),
  ...rules('MONEY', 'FreeTimeClock', 'DayCharge', 'DayRate'),
  ...rules('RELEASE', 'Blocker', 'Readiness', 'ProofNode'),
  ...rules('EXCEPTIONS', 'JourneyException', 'ExceptionFigures'),
  ...rules('ACCOUNT', 'Organisation', 'User', 'ApiKey', 'NewApiKey', 'Grant', 'GrantParty', 'ShareLink', 'NewShareLink', 'AuditEntry', 'AuditEntryConnection', 'AuditEntryEdge'),
  ...rules('ACCOUNT', 'Webhook', 'WebhookFilter', 'WebhookDelivery', 'WebhookDeliveryConnection', 'WebhookDeliveryEdge', 'DeliveryAttempt', 'WebhookSecret', 'WebhookTest'),
  ...rules('ACCOUNT', 'WatchList', 'WatchEntry', 'WatchEntryPage', 'WatchEntryEdge', 'WatchAddition', 'WatchRow', 'WatchListError'),
  ...rules('ACCOUNT', 'AlertRule', 'AlertAddress', 'AlertLetter', 'AlertPush', 'AlertDevice', 'AlertError', 'SavedView', 'SavedViewError'),
  ...rules('OPERATOR', 'IngestHealth', 'SourceReport', 'SourceCounts', 'SettingDoubt', 'NotEntitledReason', 'IssueGroup', 'WaitingCounts', 'Trust', 'ReceivedMessage', 'ReceivedMessagePage', 'ReceivedMessageEdge', 'MessageIssue', 'EvidenceText', 'UnmappedCode', 'MappedCode', 'ReadAgain', 'MessageClaim', 'ReplayedMessage', 'ParkedOfNumber', 'ParkedClaim', 'ParkedClaimPage', 'ParkedClaimEdge', 'FeedConsumer'),
  ...rules('OPEN', 'NumberLookup', 'NumberHit', 'ShipmentConnection', 'ShipmentEdge', 'FeedPage', 'FeedEntry'),
  ...rules('OPEN', 'Port', 'PortHit', 'PortTerminal', 'PortNow'),
  ...rules('MILESTONES', 'PortRun', 'BoxesStanding'),
  ...rules('RELEASE', 'BoxesWaiting', 'WaitingBox', 'WaitingGround'),
  ...rules('MILESTONES', 'ListedShipment', 'ListedStep', 'FeedChange', 'FeedClaim', 'PortMove', 'PortActivityPage'),
  ...rules('ETA', 'ListedEta', 'FeedEta'),
  ...rules('EXCEPTIONS', 'ExceptionNews', 'ExceptionPage', 'ListedException', 'FeedException'),
  // A number is suggested to whom it is shown.
  ...rules('OPEN', 'Suggestion'),
}; // prettier-ignore

function rules(rule: TypeRule, ...names: string[]): Record<string, TypeRule> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}
