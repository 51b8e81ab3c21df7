import { dropAllDrafts } from './drafts';

const SIGNED_OUT = 'fairplace-signed-out';

/** The session that all tabs share has ended by the person's own choice. */
export function tellOtherTabs(): void {
  localStorage.setItem(SIGNED_OUT, String(Date.now()));
}

/** Forgets this tab's drafts and leaves its page when another tab signs out. Returns how to stop listening. */
export function followOtherTabs(): () => void {
  const follow = ({ key }: StorageEvent): void => {
    if (key !== SIGNED_OUT) return;
    dropAllDrafts(sessionStorage);
    window.location.replace('/sign-out');
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}
