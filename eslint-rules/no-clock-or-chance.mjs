/**
 * The clock and randomness enter lib in one place each, lib/server/clock.ts and lib/server/random.ts, and are
 * handed on from there: a test, and the demonstration, choose the day.
 */
const CLOCKS = new Set(['Date.now', 'performance.now', 'Temporal.Now']);
const CHANCE = new Set(['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues', 'crypto.randomBytes', 'crypto.randomInt']);
const IMPORTED_CHANCE = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues', 'randomFillSync']);

const nameOf = (node) => {
  const object = node.object.type === 'MemberExpression' ? node.object.property : node.object;
  return `${object.name ?? ''}.${node.property.name ?? node.property.value ?? ''}`;
};

export const noClockOrChance = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      clock: '{{name}} reads the machine\'s clock. Take the moment as an argument; only lib/server/clock.ts reads it.',
      chance: '{{name}} is random. Take the value as an argument; only lib/server/random.ts makes it.',
    },
  },
  create(context) {
    const report = (node, messageId, name) => context.report({ node, messageId, data: { name } });
    return {
      MemberExpression(node) {
        const name = nameOf(node);
        if (CLOCKS.has(name)) report(node, 'clock', name);
        if (CHANCE.has(name)) report(node, 'chance', name);
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'clock', 'new Date()');
      },
      CallExpression(node) {
        if (node.callee.name === 'Date') report(node, 'clock', 'Date()');
      },
      ImportSpecifier(node) {
        const from = node.parent.source.value;
        if (/^(node:)?crypto$/.test(from) && IMPORTED_CHANCE.has(node.imported.name)) report(node, 'chance', node.imported.name);
      },
    };
  },
};
