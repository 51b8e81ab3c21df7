import 'server-only';
import { headers } from 'next/headers';

/** Requests whose form came back with problems: Next gives the action and the page that follows it the same headers. */
const refused = new WeakSet<object>();

export async function markRefusedForm(): Promise<void> {
  refused.add(await headers());
}

/** Whether the page being made shows a form that came back with problems; its title then begins with "Error: ". */
export async function isRefusedForm(): Promise<boolean> {
  return refused.has(await headers());
}
