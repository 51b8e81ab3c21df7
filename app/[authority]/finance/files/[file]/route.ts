import { financeFileContent } from '@/lib/charges/queries/finance-files';
import { recordOpening } from '@/lib/server/audit';
import { openRoute, routeNotFound } from '@/lib/server/open-route';
import { readUnit } from '@/lib/server/unit-of-work';

type Props = { params: Promise<{ authority: string; file: string }> };

/** A file for the finance system as it was made, the same bytes each time; each download is in the access log. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { authority, file } = await params;
  const route = await openRoute('/[authority]/finance/files/[file]', authority, request);
  if (route instanceof Response) return route;
  const found = await readUnit(route.caller, (tx) => financeFileContent(tx, file));
  if (found === null) return routeNotFound();
  await recordOpening(route.caller, { act: 'finance_file.downloaded', subjectKind: 'finance_file', subjectId: file });
  return new Response(found.content, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${found.fileName}"` },
  });
}
