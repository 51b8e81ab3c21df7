import { importKindOf, templateText } from '@/lib/imports/queries/import-pages';
import { openRoute, routeNotFound } from '@/lib/server/open-route';

type Props = { params: Promise<{ authority: string }> };

/** The template of a kind of file as a CSV download: `?kind=placements`. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const route = await openRoute('/[authority]/admin/import/template', (await params).authority, request);
  if (route instanceof Response) return route;
  const kind = importKindOf(new URL(request.url).searchParams.get('kind'));
  if (kind === null) return routeNotFound();
  return new Response(templateText(kind), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="template-${kind}.csv"` },
  });
}
