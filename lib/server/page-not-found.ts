import 'server-only';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { markNotFound, type NotFoundMark } from '@/lib/core/not-found-mark';
import { isAllDemonstration, pageFrame } from './page-frame';
import { styleSheets } from './style-sheets';

const rendering = cache((): { nonce: string; mark: NotFoundMark | null } => ({ nonce: '', mark: null }));

/** Notes of which request a page is being made, and in which frame; before `pageNotFound`. */
export async function noteRendering(slug: string): Promise<void> {
  const frame = await pageFrame(slug);
  const now = rendering();
  now.mark = { frame, isDemonstration: frame === null && (await isAllDemonstration()), styles: styleSheets() };
  now.nonce = (await headers()).get('x-nonce') ?? '';
}

/**
 * Answers "page not found" for a page in an authority. Next sends such an answer with an empty body that its script
 * fills, without layout and style sheets: what throws before the first byte is written ends the whole rendering. The
 * mark has components/layout/not-found-words.tsx write frame and words for readers without JavaScript.
 */
export function pageNotFound(): never {
  const { nonce, mark } = rendering();
  if (nonce !== '' && mark !== null) markNotFound(nonce, mark);
  notFound();
}
