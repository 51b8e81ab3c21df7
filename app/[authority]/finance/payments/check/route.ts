import { createHash } from 'node:crypto';
import { checkPayments } from '@/lib/charges/commands/check-payments';
import { decodedFile, MOST_UPLOAD_BYTES } from '@/lib/imports/queries/upload-file';
import { runCommand } from '@/lib/server/command';
import { openRoute, routeNotFound, seeOther } from '@/lib/server/open-route';
import { newFormKey } from '@/lib/server/random';
import { readUpload } from '@/lib/server/read-upload';

type Props = { params: Promise<{ authority: string }> };

/** Takes a file of payments to look at, with JavaScript or without: the answer is always the page with its report (303). */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { authority } = await params;
  const route = await openRoute('/[authority]/finance/payments/check', authority, request);
  if (route instanceof Response) return route;
  const home = `/${route.authority.slug}/finance/payments/import`;
  const form = await readUpload(request, MOST_UPLOAD_BYTES);
  if (form === 'too_large') return seeOther(`${home}?problem=too_large`);
  if (form === 'broken') return seeOther(`${home}?problem=form`);
  const file = await decodedFile(form);
  if ('problem' in file) return seeOther(`${home}?problem=${file.problem}`);
  const fileHash = createHash('sha256').update(file.bytes).digest('hex');
  const result = await runCommand(checkPayments, route.caller, { fileName: file.fileName, fileHash, content: file.content }, file.formKey ?? newFormKey());
  if (result.ok) return seeOther(`${home}?file=${result.outcome.paymentFileId}`);
  if (result.refusal.kind === 'not_found') return routeNotFound();
  return seeOther(`${home}?problem=form`);
}
