'use client';

import { useLayoutEffect } from 'react';

const MARK = 'Error: ';

function mark(): void {
  if (!document.title.startsWith(MARK)) document.title = `${MARK}${document.title}`;
}

/**
 * Begins the page's title with "Error: " while a form shows problems, also when the page around the form is shown anew
 * and brings its own title.
 */
export function useErrorTitle(hasProblems: boolean): void {
  useLayoutEffect(() => {
    if (!hasProblems) return undefined;
    mark();
    const watch = new MutationObserver(mark);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [hasProblems]);
}
