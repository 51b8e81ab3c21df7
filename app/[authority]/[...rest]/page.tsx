import type { Metadata } from 'next';
import { openPage } from '@/lib/server/open-page';
import { pageNotFound } from '@/lib/server/page-not-found';
import { wayIn } from '@/lib/server/way-in';

type Props = { params: Promise<{ authority: string }> };

/** Every address in an authority that no other page has: not found, as a page that one may not open. */
export default async function NowherePage({ params }: Props) {
  await openPage('/[authority]/[...rest]', (await params).authority);
  pageNotFound();
}

/** Whoever must choose a password is led there by the page, as from any other. */
export async function generateMetadata(): Promise<Metadata> {
  if ((await wayIn()) === '/password') return {};
  pageNotFound();
}
