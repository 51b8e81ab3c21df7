import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeWords, fieldLabel } from '@/lib/publishing/rules/audit-labels';
import { changedValues } from '@/lib/publishing/rules/audit-values';
import { kindInWords } from '@/lib/publishing/rules/audit-words';
import { ACTION_ACCESS } from '@/lib/server/access';
import { SETTING_DEFAULTS } from '@/lib/organisations/rules/known-settings';
import { type Recorded, recordedFields } from '@/tests/support/recorded-fields';

/** Files whose fields have names that only the run knows, and what these names are. */
const NAMED_WHEN_RUN: Readonly<Record<string, readonly string[]>> = { 'lib/organisations/commands/change-setting.ts': Object.keys(SETTING_DEFAULTS) };
/** Written by the database itself (migration sessions_and_passwords). */
const BY_THE_DATABASE = ['signIn', 'passwordGivenElsewhere'];
/** Records of an import, not of the audit; and an act that names no record, shown by its words alone. */
const NO_RECORD = ['places', 'roll', 'roll_ended', 'command'];

let recorded: Recorded;
beforeAll(() => {
  recorded = recordedFields(process.cwd());
}, 120_000);

describe('the words of the access log', () => {
  it('are there for every field that an act records', () => {
    expect(recorded.fields.size).toBeGreaterThan(60);
    const names = [...recorded.fields.keys(), ...Object.values(NAMED_WHEN_RUN).flat(), ...BY_THE_DATABASE];
    expect(names.filter((name) => fieldLabel(name) === undefined).map((name) => `${name}: ${[...(recorded.fields.get(name) ?? [])].join(', ')}`)).toEqual([]);
    expect([...recorded.open].filter((file) => !Object.hasOwn(NAMED_WHEN_RUN, file))).toEqual([]);
  });

  it('are read from every file of an action', () => {
    const files = new Set([...recorded.fields.values()].flatMap((each) => [...each]));
    for (const act of ['setting.change', 'placement.propose', 'exclusion.correct', 'import.undo', 'person.give_password', 'charge_run.draft'] as const) {
      expect(Object.hasOwn(ACTION_ACCESS, act)).toBe(true);
      expect([...files].some((file) => readFileSync(file, 'utf8').includes(`'${act}'`)), act).toBe(true);
    }
  });

  it('are there for every code that a field can hold', () => {
    const unread = [...recorded.codes].filter((each) => {
      const [name = '', code = ''] = each.split(': ');
      return codeWords(name, code) === undefined && !/^[a-z]+$|^[AB]$/.test(code);
    });
    expect(unread).toEqual([]);
  });

  it('are there for every kind of record', () => {
    expect([...recorded.kinds].filter((kind) => !NO_RECORD.includes(kind) && kindInWords(kind) === kind)).toEqual([]);
  });

  it('show no machine name, id or pence', () => {
    const shown = changedValues(null, { site_reply_within: 4, pence: '1586900', undone: '3f1d7c9e-0000-4000-8000-000000000001', meaning: 'tell_home_authority', senProvision: 'E' }, () => null);
    expect(shown.map((one) => `${one.label}: ${one.after}`)).toEqual([
      'Time for a site to answer: 4 school days', 'Amount: \u00a315,869.00', 'Undone: the act before', 'Whose duty it is: the home authority\u2019s, which is told', 'Special educational provision: EHC plan',
    ]);
  });
});
