import 'server-only';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { markNotFound } from '@/lib/core/not-found-mark';

const rendering = cache((): { nonce: string } => ({ nonce: '' }));

/** Notes of which request a page is being made; before `pageNotFound`. */
export async function noteRendering(): Promise<void> {
  rendering().nonce = (await headers()).get('x-nonce') ?? '';
}

/**
 * Answers "page not found" for a page in an authority. Next sends such an answer with an empty body that its script
 * fills; the mark has components/layout/not-found-words.tsx write the words for readers without JavaScript.
 */
export function pageNotFound(): never {
  const { nonce } = rendering();
  if (nonce !== '') markNotFound(nonce);
  notFound();
}
