import { createHash } from 'node:crypto';
import { checkFile } from '@/lib/imports/commands/check-file';
import { decodedUpload, MOST_UPLOAD_BYTES } from '@/lib/imports/queries/upload-file';
import { runCommand } from '@/lib/server/command';
import { openRoute, routeNotFound, seeOther } from '@/lib/server/open-route';
import { newFormKey } from '@/lib/server/random';
import { readUpload } from '@/lib/server/read-upload';

type Props = { params: Promise<{ authority: string }> };

/** Takes a file to check, with JavaScript or without: the answer is always another page (303), never a row of the file. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { authority } = await params;
  const route = await openRoute('/[authority]/admin/import/check', authority, request);
  if (route instanceof Response) return route;
  const home = `/${route.authority.slug}/admin/import`;
  const form = await readUpload(request, MOST_UPLOAD_BYTES);
  if (form === 'too_large') return seeOther(`${home}?problem=too_large`);
  if (form === 'broken') return seeOther(`${home}?problem=form`);
  const upload = await decodedUpload(form);
  if ('problem' in upload) return seeOther(`${home}?problem=${upload.problem}${upload.kind ? `&kind=${upload.kind}` : ''}`);
  const fileHash = createHash('sha256').update(upload.bytes).digest('hex');
  const { kind, fileName, encoding, content } = upload;
  const result = await runCommand(checkFile, route.caller, { kind, fileName, fileHash, encoding, content }, upload.formKey ?? newFormKey());
  if (result.ok) return seeOther(`${home}/${result.outcome.uploadId}`);
  if (result.refusal.kind === 'not_found') return routeNotFound();
  return seeOther(`${home}?problem=form&kind=${kind}`);
}
