import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { FormState } from '@/lib/core/form-state';
import { passwordProblem } from '@/lib/core/password-rule';
import type { FieldProblem } from '@/lib/core/refusal';
import { auditOfAccount } from './account-audit';
import { FormReader } from './form-action';
import { changeOwnPassword, type PasswordChange } from './own-password';
import { markRefusedForm } from './refused-forms';
import { sessionId } from './session';
import { accountOf } from './sign-in';

const REFUSED: Readonly<Record<Exclude<PasswordChange, 'changed' | 'no_session'>, FieldProblem>> = {
  wrong: { field: 'oldPassword', message: 'The present password is not right. Check it and type it again' },
  locked: { field: 'oldPassword', message: 'Too many wrong tries. Wait 15 minutes, then try again' },
  same: { field: 'newPassword', message: 'The new password is the present one. Choose another' },
};

/** Changes the password of whoever is signed in, also of somebody who must before anything else. */
export async function changePasswordAction(_state: FormState, data: FormData): Promise<FormState> {
  const id = await sessionId();
  if (id === null) notFound();
  const account = await accountOf(id);
  if (account === null) redirect('/sign-in');
  const form = new FormReader(data);
  const [old, chosen, again] = [form.secret('oldPassword'), form.secret('newPassword'), form.secret('newPasswordAgain')];
  const tooWeak = passwordProblem(chosen);
  const problems: FieldProblem[] = [
    ...(old === '' ? [{ field: 'oldPassword', message: 'Enter your present password' }] : []),
    ...(tooWeak === null ? [] : [{ field: 'newPassword', message: tooWeak }]),
    ...(tooWeak === null && chosen !== again ? [{ field: 'newPasswordAgain', message: 'The two new passwords differ. Type the new one again' }] : []),
  ];
  if (problems.length > 0) return refused(problems);
  const result = await changeOwnPassword(id, old, chosen);
  if (result === 'no_session') redirect('/sign-in');
  await auditOfAccount(account.email, 'session.change_password', result === 'changed' ? 'done' : 'refused');
  if (result !== 'changed') return refused([REFUSED[result]]);
  redirect(account.password_due ? '/choose-authority' : '/password?changed=1');
}

async function refused(problems: readonly FieldProblem[]): Promise<FormState> {
  await markRefusedForm();
  return { problems, details: [], values: {} };
}
