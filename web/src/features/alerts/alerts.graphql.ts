import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const AlertsDocument = graphql(`
  query Alerts {
    alertAddress {
      address
    }
    alertRules {
      id
      name
      watchList
      numbers {
        scheme
        value
      }
      codes
      exceptions
      severity
      etaHours
      zone
      quietFrom
      quietUntil
      digestAt
      state
      doubt
    }
    alertLetters(first: 20) {
      id
      state
      at
      address
      matters
      attempts {
        at
        error
      }
      nextAttemptAt
      pushes {
        id
        device
        state
      }
    }
    alertDevices {
      id
      name
      endpointHash
      createdAt
    }
    alertPushKey
    watchLists {
      id
      name
    }
  }
`);

export const SaveAlertAddressDocument = graphql(`
  mutation SaveAlertAddress($address: String!, $language: AlertLanguage!) {
    saveAlertAddress(address: $address, language: $language) {
      __typename
      ... on AlertError {
        code
      }
    }
  }
`);

export const CreateAlertRuleDocument = graphql(`
  mutation CreateAlertRule(
    $name: String!
    $watchList: ID
    $numbers: [String!]
    $codes: [String!]
    $exceptions: [ExceptionKind!]
    $severity: Severity
    $etaHours: Int
    $hours: AlertHours!
  ) {
    createAlertRule(
      name: $name
      watchList: $watchList
      numbers: $numbers
      codes: $codes
      exceptions: $exceptions
      severity: $severity
      etaHours: $etaHours
      hours: $hours
    ) {
      __typename
      ... on AlertError {
        code
        value
      }
    }
  }
`);

export const ChangeAlertRuleDocument = graphql(`
  mutation ChangeAlertRule(
    $id: ID!
    $name: String!
    $watchList: ID
    $numbers: [String!]
    $codes: [String!]
    $exceptions: [ExceptionKind!]
    $severity: Severity
    $etaHours: Int
    $hours: AlertHours!
  ) {
    changeAlertRule(
      id: $id
      name: $name
      watchList: $watchList
      numbers: $numbers
      codes: $codes
      exceptions: $exceptions
      severity: $severity
      etaHours: $etaHours
      hours: $hours
    ) {
      __typename
      ... on Error {
        code
      }
      ... on AlertError {
        value
      }
    }
  }
`);

export const PauseAlertRuleDocument = graphql(`
  mutation PauseAlertRule($id: ID!) {
    pauseAlertRule(id: $id) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const EnableAlertRuleDocument = graphql(`
  mutation EnableAlertRule($id: ID!) {
    enableAlertRule(id: $id) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const DeleteAlertRuleDocument = graphql(`
  mutation DeleteAlertRule($id: ID!) {
    deleteAlertRule(id: $id) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const SaveAlertDeviceDocument = graphql(`
  mutation SaveAlertDevice($name: String!, $endpoint: String!, $p256dh: String!, $auth: String!) {
    saveAlertDevice(name: $name, endpoint: $endpoint, p256dh: $p256dh, auth: $auth) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const DeleteAlertDeviceDocument = graphql(`
  mutation DeleteAlertDevice($id: ID!) {
    deleteAlertDevice(id: $id) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const OwnDevicesDocument = graphql(`
  query OwnDevices {
    alertDevices {
      id
      name
      endpointHash
    }
  }
`);

type Alerts = ResultOf<typeof AlertsDocument>;
export type AlertRule = Alerts['alertRules'][number];
export type AlertLetter = Alerts['alertLetters'][number];
export type AlertDevice = Alerts['alertDevices'][number];
export type AlertList = Alerts['watchLists'][number];
