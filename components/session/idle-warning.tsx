'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { signInAfterIdle } from '@/lib/core/back-address';
import { namesPupils } from '@/lib/core/idle-pages';
import { idleState, leftInWords } from './idle-times';

/** When any tab of this browser last asked the server for something: the session is theirs together. */
const LAST_USE = 'fairplace-last-use';

const noteUse = (): void => localStorage.setItem(LAST_USE, String(Date.now()));

const signInToReturn = (): string => signInAfterIdle(`${window.location.pathname}${window.location.search}`);

type Answer = 'stays' | 'ended' | 'unreachable';

async function ask(address: string): Promise<Answer> {
  try {
    const { status } = await fetch(address, { method: 'POST', redirect: 'manual' });
    return status === 204 ? 'stays' : 'ended';
  } catch {
    return 'unreachable';
  }
}

interface IdleWarningProps {
  /** Slug of the authority of the address. */
  authority: string;
  /** Minutes without use after which pages with pupils' names close. */
  minutes: number;
}

/** Two minutes before a session ends on a page with pupils' names: a warning, and a button to stay signed in. */
export function IdleWarning({ authority, minutes }: IdleWarningProps) {
  const watches = namesPupils(usePathname());
  const dialog = useRef<HTMLDialogElement>(null);
  const [left, setLeft] = useState('');
  const [isUnreachable, setIsUnreachable] = useState(false);
  const session = `/${authority}/session`;

  const leave = useCallback(async (to: string) => {
    await ask(`${session}?end`);
    window.location.replace(to);
  }, [session]);

  useEffect(() => {
    noteUse();
    // A form that is sent asks the server too, without leaving the page.
    document.addEventListener('submit', noteUse);
    return () => document.removeEventListener('submit', noteUse);
  }, []);

  useEffect(() => {
    if (!watches) return;
    const look = (): void => {
      const state = idleState(Number(localStorage.getItem(LAST_USE)), Date.now(), minutes);
      if (state.kind === 'fine') dialog.current?.close();
      if (state.kind !== 'ending') setLeft('');
      if (state.kind === 'ending') {
        setLeft(leftInWords(state.left));
        if (dialog.current?.open === false) dialog.current.showModal();
      }
      if (state.kind === 'over') {
        clearInterval(watch);
        void leave(signInToReturn());
      }
    };
    const watch = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(watch);
      document.removeEventListener('visibilitychange', look);
    };
  }, [watches, minutes, leave]);

  const stay = async (): Promise<void> => {
    const answer = await ask(session);
    setIsUnreachable(answer === 'unreachable');
    if (answer === 'ended') await leave(signInToReturn());
    if (answer !== 'stays') return;
    noteUse();
    dialog.current?.close();
  };

  return (
    <dialog ref={dialog} className="fp-idle" aria-labelledby="idle-title" aria-describedby="idle-words" onCancel={(event) => { event.preventDefault(); void stay(); }}>
      <h2 id="idle-title">You will be signed out soon</h2>
      <p id="idle-words">This page names pupils and has not been used for a while. It closes in <strong aria-live="polite">{left}</strong>. What you have typed here is kept in this tab.</p>
      {isUnreachable ? <p role="alert">The service did not answer. Check the connection, then try again.</p> : null}
      <div className="fp-actions">
        <Button type="button" onClick={() => void stay()}>Stay signed in</Button>
        <Button type="button" kind="secondary" onClick={() => void leave('/sign-out')}>Sign out</Button>
      </div>
    </dialog>
  );
}
