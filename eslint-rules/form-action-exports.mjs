/**
 * Each export of a 'use server' file is a public endpoint. So server actions live in files named actions.ts,
 * which begin with the directive and export nothing but `export const name = formAction(...)` and types.
 * Signing in and out come before there is anybody to authorise: lib/server/sign-in-action.ts has them, and an
 * actions.ts may pass them on.
 */
const MESSAGE = {
  notFormAction: "Every export of an actions.ts is a public endpoint: write `export const {{name}} = formAction(...)`.",
  elsewhere: "'use server' belongs at the top of a file named actions.ts, where every export is a formAction(...).",
  missing: "An actions.ts begins with 'use server'.",
};

const isDirective = (statement) => statement.type === 'ExpressionStatement' && statement.directive === 'use server';

const isFormAction = (node) => node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'formAction';

const SIGN_IN = '@/lib/server/sign-in-action';

const isType = (node) => node.exportKind === 'type' || node.declaration?.type === 'TSTypeAliasDeclaration' || node.declaration?.type === 'TSInterfaceDeclaration';

export const formActionExports = {
  meta: { type: 'problem', messages: MESSAGE, schema: [] },
  create(context) {
    const isActionsFile = /(^|[\\/])actions\.tsx?$/.test(context.filename);
    const signIn = new Set();
    const isAllowed = (init) => isFormAction(init) || (init?.type === 'Identifier' && signIn.has(init.name));
    const refuse = (node, name) => context.report({ node, messageId: 'notFormAction', data: { name } });
    return {
      ExpressionStatement(node) {
        const atTop = node.parent.type === 'Program';
        if (isDirective(node) && !(isActionsFile && atTop)) context.report({ node, messageId: 'elsewhere' });
      },
      Program(node) {
        if (isActionsFile && !node.body.some(isDirective)) context.report({ node, messageId: 'missing' });
      },
      ImportSpecifier(node) {
        if (node.parent.source.value === SIGN_IN) signIn.add(node.local.name);
      },
      ExportNamedDeclaration(node) {
        if (!isActionsFile || isType(node)) return;
        if (node.declaration?.type !== 'VariableDeclaration') return refuse(node, node.declaration?.id?.name ?? 'name');
        for (const one of node.declaration.declarations) if (!isAllowed(one.init)) refuse(one, one.id.name ?? 'name');
      },
      ExportDefaultDeclaration(node) {
        if (isActionsFile) refuse(node, 'name');
      },
      ExportAllDeclaration(node) {
        if (isActionsFile && node.exportKind !== 'type') refuse(node, 'name');
      },
    };
  },
};
