/** Pages, route handlers and actions in the tree against their rows in lib/server/access.ts: neither may lack the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ACTION_ACCESS, PAGE_ACCESS, ROUTE_ACCESS } from '@/lib/server/access';

/** Signing in and out and the own password come before there is an authority; their actions are passed on from lib/server. */
const PASSED_ON: Readonly<Record<string, string>> = { signInAction: 'session.sign_in', signOutAction: 'session.sign_out', changePasswordAction: 'session.change_password' };

const tree = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) => `app/${file.replaceAll('\\', '/')}`).sort();
const files = (name: string) => tree.filter((file) => basename(file) === name);
const addressOf = (file: string) => `/${dirname(file).split('/').slice(1).filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
const treeOf = (file: string) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

interface ExportedAction { readonly where: string; readonly action: string | null; readonly command: Imported | null }
interface Imported { readonly from: string; readonly name: string }

/** Every value that an actions.ts exports, with the row it names; null for one that names none. */
function actionsOf(file: string): ExportedAction[] {
  const source = treeOf(file);
  const imports = new Map<string, Imported>();
  const found: ExportedAction[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const { text: from } = statement.moduleSpecifier;
      const named = statement.importClause?.namedBindings;
      if (named && ts.isNamedImports(named)) for (const one of named.elements) imports.set(one.name.text, { from, name: (one.propertyName ?? one.name).text });
    }
    const isExport = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    if (!isExport || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) continue;
    if (!ts.isVariableStatement(statement)) {
      found.push({ where: file, action: null, command: null });
      continue;
    }
    for (const one of statement.declarationList.declarations) found.push({ where: `${file}: ${one.name.getText()}`, ...specOf(one.initializer, imports) });
  }
  return found;
}

function specOf(value: ts.Expression | undefined, imports: ReadonlyMap<string, Imported>): Pick<ExportedAction, 'action' | 'command'> {
  if (value && ts.isIdentifier(value)) return { action: PASSED_ON[imports.get(value.text)?.name ?? ''] ?? null, command: null };
  const spec = value && ts.isCallExpression(value) && value.expression.getText() === 'formAction' ? value.arguments[0] : undefined;
  if (!spec || !ts.isObjectLiteralExpression(spec)) return { action: null, command: null };
  const valueOf = (name: string) => spec.properties.flatMap((one) => (ts.isPropertyAssignment(one) && one.name.getText() === name ? [one.initializer] : []))[0];
  const [action, command] = [valueOf('action'), valueOf('command')];
  return {
    action: action && ts.isStringLiteral(action) ? action.text : null,
    command: (command && imports.get(command.getText())) ?? null,
  };
}

/** First arguments, as written text, of the calls of a function in a file. */
function argumentsOf(file: string, name: string): string[] {
  return [...nodesOf(treeOf(file))].flatMap((node) => {
    const first = ts.isCallExpression(node) && node.expression.getText() === name ? node.arguments[0] : undefined;
    return first ? [ts.isStringLiteral(first) ? first.text : first.getText()] : [];
  });
}

const pages = files('page.tsx').map(addressOf);
const routes = files('route.ts').map(addressOf);
const actions = files('actions.ts').flatMap(actionsOf);
const without = (these: readonly string[], those: readonly string[]) => these.filter((one) => !those.includes(one)).sort();

describe('access', () => {
  it('reads the tree', () => {
    expect(pages).toContain('/sign-in');
    expect(routes).toContain('/api/health');
    expect(actions.map((one) => one.action)).toContain('session.sign_in');
  });

  it('has a row for every page, and a page for every row', () => {
    expect({ pagesWithoutRow: without(pages, Object.keys(PAGE_ACCESS)), rowsWithoutPage: without(Object.keys(PAGE_ACCESS), pages) })
      .toEqual({ pagesWithoutRow: [], rowsWithoutPage: [] });
  });

  it('has a row for every route handler, and a handler for every row', () => {
    expect({ routesWithoutRow: without(routes, Object.keys(ROUTE_ACCESS)), rowsWithoutRoute: without(Object.keys(ROUTE_ACCESS), routes) })
      .toEqual({ routesWithoutRow: [], rowsWithoutRoute: [] });
  });

  it('has a row for every exported action, and an action for every row', () => {
    const named = actions.flatMap((one) => (one.action === null ? [] : [one.action]));
    expect({
      exportsThatNameNoRow: actions.filter((one) => one.action === null || !(one.action in ACTION_ACCESS)).map((one) => one.where),
      rowsWithoutAction: without(Object.keys(ACTION_ACCESS), named),
    }).toEqual({ exportsThatNameNoRow: [], rowsWithoutAction: [] });
  });

  it('names each act as its command does, so that the audit and the right are about the same', async () => {
    const other: string[] = [];
    for (const { where, action, command } of actions) {
      if (action === null || action.startsWith('session.')) continue;
      const loaded = command && ((await import(command.from.replace(/^@\//, '../../'))) as Record<string, unknown>)[command.name];
      const name = loaded !== null && typeof loaded === 'object' && 'name' in loaded ? loaded.name : null;
      if (name !== action) other.push(`${where} asks for ${action} and runs ${String(name)}`);
    }
    expect(other).toEqual([]);
  });
});

describe('every page of an authority', () => {
  it('opens with its own address, whoever may come in', () => {
    const wrong = files('page.tsx').flatMap((file) => {
      const address = addressOf(file);
      if (!address.startsWith('/[authority]')) return [];
      const opened = argumentsOf(file, 'openPage');
      const access = (PAGE_ACCESS as Readonly<Record<string, unknown>>)[address];
      const right = access === 'public' ? opened.length === 0 : opened.length === 1 && opened[0] === address;
      return right ? [] : [`${file} opens ${opened.join(', ') || 'nothing'}`];
    });
    expect(wrong).toEqual([]);
  });
});
