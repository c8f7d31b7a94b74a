import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const sftp = z.object({
  source: z.string(),
  host: z.string(),
  port: z.number().int().default(22),
  username: z.string(),
  /** Files that hold the secrets, so that this one holds none. */
  passwordFile: z.string().nullable().default(null),
  privateKeyFile: z.string().nullable().default(null),
  /** Fingerprint of the server's key as `ssh-keygen -l` prints it, without `SHA256:`. */
  hostKeySha256: z.string(),
  folder: z.string().default('.'),
  /** Names of files to fetch; `*` stands for any characters. */
  pattern: z.string().default('*'),
  everySeconds: z.number().positive().default(60),
  /** Where a fetched file is moved to; null: it is deleted. */
  doneFolder: z.string().nullable().default(null),
});

const mqtt = z.object({
  source: z.string(),
  url: z.string(),
  topics: z.array(z.string()).min(1),
  /** Names the lasting session at the broker: one for each installation. */
  clientId: z.string(),
  username: z.string().nullable().default(null),
  passwordFile: z.string().nullable().default(null),
});

const dcsa = z.object({
  source: z.string(),
  /** `https://…/v2/events`, or `…/events` of 3.0. */
  url: z.url({ protocol: /^https?$/ }),
  /** Of Track and Trace: says how to ask for what is new. */
  version: z.union([z.literal(2), z.literal(3)]).default(2),
  /** Filters, each asked for by itself: carriers may want a booking, bill or box. */
  queries: z.array(z.record(z.string(), z.string())).min(1).default([{}]),
  /** Header with the carrier's key, and the file that holds its value, `Bearer …` included. */
  keyHeader: z.string().default('authorization'),
  keyFile: z.string().nullable().default(null),
  /** Others, such as `API-Version`. */
  headers: z.record(z.string(), z.string()).default({}),
  limit: z.number().int().positive().default(100),
  everySeconds: z.number().positive().default(300),
  /** Where the first question begins; null: with all that the carrier has. */
  since: z.iso.datetime({ offset: true }).nullable().default(null),
});

const receivers = z.object({
  sftp: z.array(sftp).default([]),
  mqtt: z.array(mqtt).default([]),
  dcsa: z.array(dcsa).default([]),
});

export type SftpPull = z.infer<typeof sftp>;
export type MqttSubscription = z.infer<typeof mqtt>;
export type DcsaPull = z.infer<typeof dcsa>;

/** Where the service fetches, asks or subscribes by itself: `receivers.json` in the data folder, read at the start. */
export function readReceiversFile(file: string): z.infer<typeof receivers> {
  return receivers.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
}
