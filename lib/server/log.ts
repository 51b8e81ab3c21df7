import 'server-only';
import pino from 'pino';
import { randomInt } from 'node:crypto';

/** Logs carry ids, codes and durations; never a pupil's name or free text. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });

/** A short number that ties what a user saw to the log line. */
export function problemReference(): string {
  return `E-${randomInt(100_000, 999_999)}`;
}
