import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Client, Pool } from 'pg';

/** One statement as PostgreSQL received it, with the values of its parameters as text. */
export interface Statement {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** Writes down what the application's role sends while some work is done, in order, out of the server's own log. */
export async function record(owner: Client | Pool, logFile: string, work: () => Promise<void>): Promise<Statement[]> {
  const level = async (statements: string): Promise<void> => {
    await owner.query(`ALTER SYSTEM SET log_statement = '${statements}'`);
    await owner.query("ALTER SYSTEM SET log_line_prefix = '%u|'");
    await owner.query('SELECT pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 500));
  };
  await level('all');
  const from = statSync(logFile).size;
  await work();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const log = textFrom(logFile, from);
  await level('none');
  return statementsOf(log);
}

function textFrom(file: string, from: number): string {
  const length = statSync(file).size - from;
  const bytes = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  readSync(handle, bytes, 0, length, from);
  closeSync(handle);
  return bytes.toString('utf8');
}

/** Entries begin with the role; lines that go on begin with a tab. */
function statementsOf(log: string): Statement[] {
  const entries = log.split(/\n(?=[a-z_]*\|)/).filter((entry) => entry.startsWith('fairplace_app|')).map((entry) => entry.slice('fairplace_app|'.length).replace(/\n\t/g, '\n').trim());
  const statements: Statement[] = [];
  for (const entry of entries) {
    const [, text] = /^LOG: {2}(?:execute [^:]+|statement): ([\s\S]*)$/.exec(entry) ?? [];
    const [, parameters] = /^DETAIL: {2}Parameters: ([\s\S]*)$/i.exec(entry) ?? [];
    if (text !== undefined) statements.push({ text, values: [] });
    const last = statements.at(-1);
    if (parameters !== undefined && last) statements[statements.length - 1] = { ...last, values: valuesOf(parameters) };
  }
  return statements;
}

/** `$1 = 'a', $2 = NULL`; a quote inside a value is doubled. */
function valuesOf(parameters: string): (string | null)[] {
  return [...parameters.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(([, value]) => (value === undefined ? null : value.replaceAll("''", "'")));
}

/** The statements with other values in place of those that were recorded. */
export function withOthers(statements: readonly Statement[], others: ReadonlyMap<string, string>): Statement[] {
  return statements.map(({ text, values }) => ({ text, values: values.map((value) => (value === null ? null : (others.get(value) ?? value))) }));
}
