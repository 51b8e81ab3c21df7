import 'server-only';
import pino from 'pino';

/** Logs carry ids, codes and durations; never a pupil's name or free text. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });
