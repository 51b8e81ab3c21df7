import { openRoute } from '@/lib/server/open-route';
import { endSession } from '@/lib/server/sign-in';

type Context = { params: Promise<{ authority: string }> };

/**
 * What the warning before an idle session ends asks for: to stay signed in (204), or with `?end` to end it. An idle
 * session cannot be stretched any more (409).
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const route = await openRoute('/[authority]/session', (await params).authority, request);
  if (route instanceof Response) return route;
  const isOver = route.session.isIdle || new URL(request.url).searchParams.has('end');
  if (isOver) await endSession(route.session.id);
  return new Response(null, { status: route.session.isIdle ? 409 : 204 });
}
