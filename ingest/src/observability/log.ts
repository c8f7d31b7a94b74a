import { pino, type Logger } from 'pino';

/** Structured log lines on standard output; keys and authorisations never appear in them. */
export function createLogger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    redact: ['*.authorization', '*.password', '*.key', 'req.headers.authorization'],
  });
}
