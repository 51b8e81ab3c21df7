import { openPage } from '@/lib/server/open-page';
import { pageNotFound } from '@/lib/server/page-not-found';

type Props = { params: Promise<{ authority: string }> };

/** Every address in an authority that no other page has: not found, as a page that one may not open. */
export default async function NowherePage({ params }: Props) {
  await openPage('/[authority]/[...rest]', (await params).authority);
  pageNotFound();
}

export function generateMetadata(): never {
  pageNotFound();
}
