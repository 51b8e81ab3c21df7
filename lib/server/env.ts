import 'server-only';
import { z } from 'zod';

const schema = z.object({
  APP_DATABASE_URL: z.string().min(1),
  /** The public's role: asked for when somebody reads a published report. */
  PUBLIC_DATABASE_URL: z.string().min(1).optional(),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.string().url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

let read: z.infer<typeof schema> | undefined;

/** The server's settings from the environment; throws once, naming what is missing. */
export function env(): z.infer<typeof schema> {
  read ??= schema.parse(process.env);
  return read;
}
