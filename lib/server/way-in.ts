import 'server-only';
import { signedInAccount } from './own-password';

/**
 * Where somebody goes whose session opens no authority: to choose a password of their own while one that was given is
 * due, else to sign in.
 */
export async function wayIn(): Promise<'/password' | '/sign-in'> {
  return (await signedInAccount())?.password_due === true ? '/password' : '/sign-in';
}
