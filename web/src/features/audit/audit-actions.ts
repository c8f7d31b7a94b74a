import type { AuditAction } from './audit.graphql.ts';

/** What an entry of the audit trail is about. */
export type SubjectKind =
  | 'SHIPMENT' | 'PERSON' | 'KEY' | 'ORGANISATION' | 'WEBHOOK' | 'QUERY' | 'LIST' | 'VIEW' | 'ALERT' | 'MESSAGE' | 'SOURCE'; // prettier-ignore

/** Every action, in the order in which it is offered, with what it is done to. */
const SUBJECTS = {
  saw: 'SHIPMENT',
  sawThen: 'SHIPMENT',
  listed: 'LIST',
  exported: 'LIST',
  sawMessage: 'MESSAGE',
  listedMessages: 'SOURCE',
  shareShipment: 'SHIPMENT',
  revokeShareLink: 'SHIPMENT',
  grantShipment: 'SHIPMENT',
  revokeGrant: 'SHIPMENT',
  signIn: 'PERSON',
  signInByLink: 'PERSON',
  signInAtProvider: 'PERSON',
  createUser: 'PERSON',
  changeUser: 'PERSON',
  createApiKey: 'KEY',
  revokeApiKey: 'KEY',
  saveOrganisation: 'ORGANISATION',
  createWebhook: 'WEBHOOK',
  changeWebhook: 'WEBHOOK',
  pauseWebhook: 'WEBHOOK',
  enableWebhook: 'WEBHOOK',
  replayWebhook: 'WEBHOOK',
  rotateWebhookSecret: 'WEBHOOK',
  resendWebhookDelivery: 'WEBHOOK',
  deleteWebhook: 'WEBHOOK',
  createEventSubscription: 'WEBHOOK',
  changeEventSubscription: 'WEBHOOK',
  changeEventSubscriptionSecret: 'WEBHOOK',
  deleteEventSubscription: 'WEBHOOK',
  createEpcisQuery: 'QUERY',
  deleteEpcisQuery: 'QUERY',
  createEpcisSubscription: 'WEBHOOK',
  deleteEpcisSubscription: 'WEBHOOK',
  createWatchList: 'LIST',
  renameWatchList: 'LIST',
  addToWatchList: 'LIST',
  removeFromWatchList: 'LIST',
  deleteWatchList: 'LIST',
  saveView: 'VIEW',
  deleteSavedView: 'VIEW',
  saveAlertAddress: 'ALERT',
  createAlertRule: 'ALERT',
  changeAlertRule: 'ALERT',
  pauseAlertRule: 'ALERT',
  enableAlertRule: 'ALERT',
  deleteAlertRule: 'ALERT',
  saveAlertDevice: 'ALERT',
  deleteAlertDevice: 'ALERT',
  replayMessage: 'MESSAGE',
  readAgain: 'SOURCE',
} as const satisfies Readonly<Record<AuditAction, SubjectKind>>;

export const ACTIONS = Object.keys(SUBJECTS) as readonly AuditAction[];

/** Null: an action of an older version. */
export function actionOf(said: string | null | undefined): AuditAction | null {
  return ACTIONS.find((one) => one === said) ?? null;
}

/** The page of what an entry is about; null: it has none, or not any more. */
export function subjectAddress(action: AuditAction, subject: string): string | null {
  const kind: SubjectKind = SUBJECTS[action];
  if (kind === 'SHIPMENT') return `/shipments/${subject}`;
  if (kind === 'PERSON') return '/account/people';
  if (kind === 'KEY') return '/account/keys';
  if (kind === 'WEBHOOK' && !action.startsWith('delete')) return `/account/webhooks/${subject}`;
  // Their ids are made of what senders are called.
  if (kind === 'MESSAGE') return `/messages/${encodeURIComponent(subject)}`;
  if (kind === 'SOURCE') return `/sources/${encodeURIComponent(subject)}`;
  return null;
}
