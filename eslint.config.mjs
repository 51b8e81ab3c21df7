import next from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import { formActionExports } from './eslint-rules/form-action-exports.mjs';
import { noClockOrChance } from './eslint-rules/no-clock-or-chance.mjs';

const fairplace = { rules: { 'form-action-exports': formActionExports, 'no-clock-or-chance': noClockOrChance } };

const CONSTRUCTS_CLIENT = {
  selector: "NewExpression[callee.name='PrismaClient']",
  message: 'Only lib/server/db.ts constructs the client.',
};
const OPENS_TRANSACTION = {
  selector: "MemberExpression[property.name='$transaction']",
  message: 'Only lib/server/unit-of-work.ts opens a transaction: it seals it to one authority.',
};

const config = [
  { ignores: ['.next*/**', 'generated/**', 'coverage/**', 'playwright-report/**', 'test-results/**', '.data/**', 'next-env.d.ts'] },
  ...next,
  ...nextTypescript,
  {
    // A rule is kept or changed here, for everybody, and not switched off where it is inconvenient.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    settings: { react: { version: '19' } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      eqeqeq: 'error',
      // Pages link with plain anchors: a prefetch would open records that nobody looked at, and write so in the audit.
      '@next/next/no-html-link-for-pages': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
    },
  },
  // Here "use" is the use of a quota, and nothing is a React hook.
  { files: ['lib/**/*.ts', 'prisma/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  { files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.ts'], plugins: { fairplace }, rules: { 'fairplace/form-action-exports': 'error' } },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/server/clock.ts', 'lib/server/random.ts'],
    plugins: { fairplace },
    rules: { 'fairplace/no-clock-or-chance': 'error' },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.ts'],
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', CONSTRUCTS_CLIENT, OPENS_TRANSACTION] },
  },
  { files: ['lib/server/db.ts'], rules: { 'no-restricted-syntax': ['error', OPENS_TRANSACTION] } },
  { files: ['lib/server/unit-of-work.ts'], rules: { 'no-restricted-syntax': ['error', CONSTRUCTS_CLIENT] } },
];

export default config;
