import { paymentTemplateText } from '@/lib/charges/queries/payment-file-view';
import { openRoute } from '@/lib/server/open-route';

type Props = { params: Promise<{ authority: string }> };

/** The template of a file of payments as a CSV download. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const route = await openRoute('/[authority]/finance/payments/template', (await params).authority, request);
  if (route instanceof Response) return route;
  return new Response(paymentTemplateText(), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="template-payments.csv"' },
  });
}
