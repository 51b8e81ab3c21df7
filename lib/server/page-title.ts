import 'server-only';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PAGE_ACCESS, type PagePath } from './access';
import { isAllowed } from './open-page';
import { requestFor } from './session';

/** The title of a page in an authority. Whoever may not open the page is not told what it is called. */
export function titled(path: PagePath, title: string) {
  return async ({ params }: { params: Promise<{ authority: string }> }): Promise<Metadata> => {
    const request = await requestFor((await params).authority);
    if (request.sessionId !== null && !isAllowed(PAGE_ACCESS[path], request.authority ? request.actor : null)) notFound();
    return { title };
  };
}
