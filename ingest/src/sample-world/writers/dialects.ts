import type { EdifactDialect } from './edifact.ts';

/** How the terminals that send EDIFACT write it: an old directory in capitals, a newer one, and a careless one. */

export const singaporeDialect: EdifactDialect = {
  sender: 'SINTERM',
  recipient: 'CARRIERX',
  syntax: 'UNOA',
  messageType: (name) => `${name}:D:95B:UN:${name === 'CODECO' ? 'ITG14' : 'SMDG16'}`,
  writesUna: false,
  zone: 'Asia/Singapore',
};

export const rotterdamDialect: EdifactDialect = {
  sender: 'RTMTERM',
  recipient: 'CARRIERX',
  syntax: 'UNOC',
  messageType: (name) => `${name}:D:00B:UN:SMDG21`,
  writesUna: true,
  zone: 'Europe/Amsterdam',
};

export const shanghaiDialect: EdifactDialect = {
  sender: 'YSTERM',
  recipient: 'CARRIERX',
  syntax: 'UNOA',
  messageType: (name) => `${name}:D:95B:UN`,
  writesUna: true,
  zone: 'Asia/Shanghai',
};

export const depotDialect: EdifactDialect = {
  sender: 'DEPOTNET',
  recipient: 'CARRIERX',
  syntax: 'UNOA',
  messageType: (name) => `${name}:D:95B:UN:ITG12`,
  writesUna: true,
  zone: 'Asia/Shanghai',
};
