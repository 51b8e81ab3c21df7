import { REPORT_FORMATS } from '@/lib/publishing/types';
import { publicFile } from '@/lib/publishing/queries/public-reports';
import { routeNotFound } from '@/lib/server/open-route';

type Props = { params: Promise<{ authority: string; month: string; version: string; format: string }> };

const TYPES = {
  csv: 'text/csv; charset=utf-8', pdf: 'application/pdf', json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

/** A file of a published version for everybody, its bytes as they were stored. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { authority, month, version, format: asked } = await params;
  const format = [...REPORT_FORMATS, 'json' as const].find((one) => one === asked);
  const file = format === undefined ? null : await publicFile(authority, month, version, format);
  if (format === undefined || file === null) return routeNotFound();
  return new Response(file.bytes, {
    headers: {
      'content-type': TYPES[format], 'content-disposition': `attachment; filename="${authority}-forum-spend-${month}-version-${version}.${format}"`,
      etag: `"${file.sha256}"`, 'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`, 'x-content-type-options': 'nosniff',
    },
  });
}
