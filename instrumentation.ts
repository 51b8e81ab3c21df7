import type { Instrumentation } from 'next';

/** A fault of the server goes to the log with the digest that the person's page shows; never a name or what was typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/server/log');
  const { digest, name, message, stack } = error as Error & { digest?: string };
  log.error({ digest, name, message, stack, method: request.method, route: context.routePath, kind: context.routeType }, 'request failed');
};
