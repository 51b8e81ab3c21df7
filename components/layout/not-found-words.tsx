'use client';

import { useServerInsertedHTML } from 'next/navigation';
import { type NotFoundMark, takeNotFound } from '@/lib/core/not-found-mark';
import { DemoBanner } from './demo-banner';
import { NotFoundText } from './not-found-text';
import { PlainShell } from './plain-shell';
import { ServiceShell } from './service-shell';

interface NotFoundWordsProps {
  nonce: string;
  /** Of the html element, which the answer's own lacks. */
  htmlClass: string;
}

/**
 * Writes "Page not found" in its frame into the empty answer that Next sends for it, for readers without JavaScript. A
 * browser that runs no scripts takes what stands in a noscript in the head as part of the head while it may stand
 * there, and from the first element on that may not as the begin of the body.
 */
export function NotFoundWords({ nonce, htmlClass }: NotFoundWordsProps) {
  useServerInsertedHTML(() => {
    const mark = takeNotFound(nonce);
    return mark ? <Answer mark={mark} htmlClass={htmlClass} /> : null;
  });
  return null;
}

/** The answer has no style sheets, and its own html element no language and class: a second one in the text gives it what it lacks. */
function Answer({ mark, htmlClass }: { mark: NotFoundMark; htmlClass: string }) {
  const head = [...mark.styles.map((href) => `<link rel="stylesheet" href="${href}">`), `<html lang="en-GB" class="${htmlClass}">`].join('');
  return (
    <>
      <noscript dangerouslySetInnerHTML={{ __html: head }} />
      <noscript><Framed mark={mark} /></noscript>
    </>
  );
}

function Framed({ mark: { frame, isDemonstration } }: { mark: NotFoundMark }) {
  if (frame === null) return <PlainShell isDemonstration={isDemonstration}><NotFoundText /></PlainShell>;
  const { banner, ...shell } = frame;
  return <ServiceShell {...shell} banner={banner ? <DemoBanner {...banner} /> : undefined} wide><NotFoundText /></ServiceShell>;
}
