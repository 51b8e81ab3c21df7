import { reportCsv } from '@/lib/imports/queries/report-csv';
import { recordOpening } from '@/lib/server/audit';
import { openRoute, routeNotFound } from '@/lib/server/open-route';
import { readUnit } from '@/lib/server/unit-of-work';

type Props = { params: Promise<{ authority: string; batch: string }> };

/** The report of a check or an import as a CSV download; it names pupils, so each download is in the access log. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { authority, batch } = await params;
  const route = await openRoute('/[authority]/admin/import/[batch]/report', authority, request);
  if (route instanceof Response) return route;
  const report = await readUnit(route.caller, (tx) => reportCsv(tx, batch));
  if (report === null) return routeNotFound();
  await recordOpening(route.caller, { act: 'import.report_downloaded', subjectKind: 'import', subjectId: batch });
  return new Response(report.text, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${report.fileName}"` },
  });
}
