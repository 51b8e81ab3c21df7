'use client';

import { useServerInsertedHTML } from 'next/navigation';
import { takeNotFound } from '@/lib/core/not-found-mark';
import { NotFoundText } from './not-found-text';

/**
 * Writes "Page not found" into the empty answer that Next sends for it, for readers without JavaScript. A browser that
 * runs no scripts takes what stands in a noscript in the head as the begin of the body.
 */
export function NotFoundWords({ nonce }: { nonce: string }) {
  useServerInsertedHTML(() => (takeNotFound(nonce) ? <Words /> : null));
  return null;
}

/** The answer has no styles, and its own html element names no language: a second one in the text gives it what it lacks. */
const HEAD = {
  __html: '<style>body { max-width: 45rem; margin: 3rem auto; padding: 0 1rem; font: 1.125rem/1.5 system-ui, sans-serif }</style><html lang="en-GB">',
};

function Words() {
  return (
    <>
      <noscript dangerouslySetInnerHTML={HEAD} />
      <noscript><main><NotFoundText /></main></noscript>
    </>
  );
}
