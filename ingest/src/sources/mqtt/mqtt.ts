import { readFileSync } from 'node:fs';
import { connect } from 'mqtt';
import type { Logger } from 'pino';
import { sha256Hex } from '../../raw/folder-store.ts';
import type { Intake } from '../intake.ts';
import { noticeOf } from '../not-taken.ts';
import type { MqttSubscription } from '../receivers-file.ts';
import type { SourceRegistry } from '../source-registry.ts';

export interface MqttReceiver {
  stop(): Promise<void>;
}

const BUSY_MS = 2000;

/**
 * Subscribes to a broker with a lasting session and QoS 1: a message is acknowledged only when it is durable here. The
 * client takes one after another, so a full queue holds the broker back, and what was not acknowledged it sends again.
 */
export function subscribeOverMqtt(
  subscription: MqttSubscription,
  intake: Intake,
  sources: SourceRegistry,
  bytesMax: number,
  log: Logger,
): MqttReceiver {
  const { url, username, passwordFile, clientId, topics } = subscription;
  let stopped = false;
  let connection = 0;

  /** True when it is stored; false when the receiver stops or the connection is gone: then the broker sends it again. */
  const store = async (topic: string, bytes: Buffer): Promise<boolean> => {
    const cameOver = connection;
    for (let isTold = false; !stopped && connection === cameOver; isTold = true) {
      const source = sources.find(subscription.source);
      const arrival = { bytes, contentType: null, fileName: topic.slice(0, 200), receivedAt: null };
      try {
        const accepted = source && (await intake.accept({ source, ...arrival }));
        if (accepted?.outcome === 'ACCEPTED') return true;
        if (!source && !isTold)
          log.warn({ source: subscription.source }, 'MQTT messages of an unknown source wait');
      } catch (error) {
        log.error({ err: error }, 'MQTT message not stored');
      }
      await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
    }
    return false;
  };

  const client = connect(url, {
    clientId,
    clean: false,
    resubscribe: true,
    ...(username !== null && { username }),
    ...(passwordFile !== null && { password: readFileSync(passwordFile, 'utf8').trim() }),
  });
  const take = async (topic: string, bytes: Buffer, done: () => void): Promise<void> => {
    if (await store(topic, bytes)) done();
  };
  // The acknowledgement goes out when `done` is called without an error.
  client.handleMessage = ({ topic, payload }, done) => {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (bytes.length === 0) {
      done();
      return;
    }
    if (bytes.length > bytesMax) {
      // Without an acknowledgement the broker would send it again and again, and nothing behind it: a notice stands for it.
      log.error(
        { source: subscription.source, topic, bytes: bytes.length, bytesMax },
        'MQTT message is too large',
      );
      void take(
        topic,
        noticeOf({ name: topic, bytes: bytes.length, bytesMax, state: sha256Hex(bytes) }),
        done,
      );
      return;
    }
    void take(topic, bytes, done);
  };
  client.on('connect', () => {
    client.subscribe([...topics], { qos: 1 }, (error) => {
      if (error) log.warn({ err: error, topics }, 'MQTT subscription');
      else log.info({ topics, source: subscription.source }, 'MQTT subscribed');
    });
  });
  client.on('close', () => {
    connection += 1;
  });
  client.on('error', (error) => log.warn({ err: error.message, url }, 'MQTT'));
  return {
    async stop() {
      stopped = true;
      await client.endAsync(true);
    },
  };
}
