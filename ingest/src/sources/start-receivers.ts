import type { Logger } from 'pino';
import type { Ingest } from '../ingest.ts';
import type { Settings } from '../settings.ts';
import { listenForAis } from './ais-tcp/ais-tcp.ts';
import { listenForAisDatagrams } from './ais-udp/ais-udp.ts';
import { pullDcsaEvents } from './dcsa-pull/dcsa-pull.ts';
import { watchDropFolder } from './drop-folder/drop-folder.ts';
import { subscribeOverMqtt } from './mqtt/mqtt.ts';
import { readReceiversFile } from './receivers-file.ts';
import { pullOverSftp } from './sftp-pull/sftp-pull.ts';

interface Receiver {
  stop(): Promise<void>;
}

/** Starts every receiver but those of HTTP, as the settings say; `RECEIVERS_OFF` switches kinds off. */
export async function startReceivers(ingest: Ingest, settings: Settings, log: Logger): Promise<Receiver> {
  const { intake, sources } = ingest;
  const { host, aisPort, aisUdpPort, aisSource, messageBytesMax } = settings;
  const isOn = (name: string) => !settings.receiversOff.has(name);
  const started: Receiver[] = [];
  if (isOn('drop-folder')) {
    const { dropFolder, dropSource } = settings;
    started.push(await watchDropFolder(dropFolder, dropSource, intake, sources, messageBytesMax, log));
  }
  if (aisPort !== null && isOn('ais-tcp'))
    started.push(await listenForAis(host, aisPort, aisSource, intake, sources, log));
  if (aisUdpPort !== null && isOn('ais-udp'))
    started.push(await listenForAisDatagrams(host, aisUdpPort, aisSource, intake, sources, log));
  const { sftp, mqtt, dcsa } = readReceiversFile(settings.receiversFile);
  if (isOn('sftp-pull'))
    for (const pull of sftp) started.push(pullOverSftp(pull, intake, sources, messageBytesMax, log));
  if (isOn('mqtt'))
    for (const subscription of mqtt)
      started.push(subscribeOverMqtt(subscription, intake, sources, messageBytesMax, log));
  if (isOn('dcsa-pull'))
    for (const pull of dcsa)
      started.push(pullDcsaEvents(pull, intake, sources, settings.dcsaPlacesFile, messageBytesMax, log));
  return {
    async stop() {
      await Promise.allSettled(started.map((receiver) => receiver.stop()));
    },
  };
}
