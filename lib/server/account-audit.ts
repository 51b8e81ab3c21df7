import 'server-only';
import { noteInAudit } from './audit';
import { clockFor } from './clock';
import { peopleOfEmail } from './sign-in';

/**
 * What somebody did with a sign-in, in the audit of every authority where it has a person. A refused sign-in has no
 * actor: who tried is not known. An address that nobody has leaves no line.
 */
export async function auditOfAccount(email: string, act: 'session.sign_in' | 'session.change_password', outcome: 'done' | 'refused'): Promise<void> {
  const isKnown = outcome === 'done' || act === 'session.change_password';
  for (const one of await peopleOfEmail(email)) {
    const actor = isKnown ? { personId: one.person_id, name: '', email, roles: [] } : null;
    await noteInAudit({ authorityId: one.authority_id, actor, clock: clockFor(one.demonstration_today) }, outcome, { act, subjectKind: 'person', subjectId: one.person_id });
  }
}
