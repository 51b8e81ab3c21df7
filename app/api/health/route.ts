import { allAuthorities } from '@/lib/server/sign-in';

/** Up, and the database answers. */
export async function GET(): Promise<Response> {
  await allAuthorities();
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
