import type { RoleUrls } from '../postgres/roles';
import { holdsAuthority } from './database';

/** One account of the demonstration, as it is printed. */
export interface PrintedSignIn {
  readonly council: string;
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Lays in both councils unless the database holds an authority already.
 * @returns whether it laid them in
 */
export async function seedIfEmpty(ownerUrl: string, roles: RoleUrls, log: (line: string) => void): Promise<boolean> {
  if (await holdsAuthority(ownerUrl)) return false;
  // Read late: it needs Prisma's client, which the first step of the command makes.
  const { seedDemonstration } = await import('../../prisma/seed/main');
  await seedDemonstration({ ownerUrl, appUrl: roles.appUrl, log });
  return true;
}

/** The table of sign-ins for the terminal: one line per role, under its council. */
export async function signInTable(): Promise<string> {
  const { demonstrationSignIns } = await import('../../prisma/seed/main');
  const rows: readonly PrintedSignIn[] = demonstrationSignIns();
  const roleWidth = Math.max(...rows.map((row) => row.role.length));
  const emailWidth = Math.max(...rows.map((row) => row.email.length));
  const lines: string[] = [];
  let council = '';
  for (const row of rows) {
    if (row.council !== council) lines.push('', `  ${row.council}`);
    council = row.council;
    lines.push(`    ${row.role.padEnd(roleWidth)}  ${row.email.padEnd(emailWidth)}  ${row.password}`);
  }
  return lines.join('\n');
}
