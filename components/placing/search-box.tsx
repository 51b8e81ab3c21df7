'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';

interface SearchBoxProps {
  /** The page of results. */
  action: string;
}

/** Find a pupil from any officer's page; the key / jumps here. Without JavaScript it is a plain form. */
export function SearchBox({ action }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable=true]');
      if (event.key !== '/' || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, []);
  return (
    <form className="fp-search" action={action} method="get" role="search" aria-label="Find a pupil">
      <label htmlFor="find-pupil">Find a pupil</label>
      <input ref={box} className="fp-input" id="find-pupil" name="q" type="search" autoComplete="off" spellCheck={false} aria-describedby="find-pupil-hint" aria-keyshortcuts="/" />
      <Button kind="secondary">Find</Button>
      <span id="find-pupil-hint" className="fp-option__note">
        Three letters of a name, a reference or a UPN. <kbd>/</kbd> jumps here.
      </span>
    </form>
  );
}
