import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { DateField, datePartsOf } from '@/components/ui/date-field';
import { ErrorSummary } from '@/components/ui/error-summary';
import { MoneyField } from '@/components/ui/money-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { TimeField } from '@/components/ui/time-field';

const options = [
  { value: 'a', text: 'Aspire', hint: 'Full time' },
  { value: 'r', text: 'Rowan' },
];
const common = { name: 'thing', label: 'Thing', hint: 'A hint', error: 'Enter a thing' };
const fields: [string, ReactElement][] = [
  ['TextField', <TextField key="1" {...common} defaultValue="x" />],
  ['TextAreaField', <TextAreaField key="2" {...common} defaultValue="x" />],
  ['SelectField', <SelectField key="3" {...common} options={options} defaultValue="r" />],
  ['RadioGroup', <RadioGroup key="4" {...common} options={options} defaultValue="r" />],
  ['CheckboxGroup', <CheckboxGroup key="5" {...common} options={options} defaultValue={['r']} />],
  ['DateField', <DateField key="6" {...common} defaultValue={{ day: '31', month: '2', year: '2026' }} />],
  ['TimeField', <TimeField key="7" {...common} />],
  ['MoneyField', <MoneyField key="8" {...common} />],
];

function ids(html: string): string[] {
  return [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
}

describe.each(fields)('%s', (_, field) => {
  const html = renderToStaticMarkup(field);

  it('has a control with the id the error summary links to', () => {
    expect(html).toMatch(/<(input|select|textarea)[^>]* id="thing"/);
  });

  it('ties hint and error to the control or its group, and every reference exists', () => {
    expect(html).toContain('aria-describedby="thing-hint thing-error"');
    const known = ids(html);
    expect(new Set(known).size).toBe(known.length);
    for (const [, list] of html.matchAll(/aria-describedby="([^"]+)"/g)) for (const id of (list ?? '').split(' ')) expect(known).toContain(id);
    for (const [, id] of html.matchAll(/ for="([^"]+)"/g)) expect(known).toContain(id);
    expect(html).toContain('<span class="fp-hidden">Error: </span>Enter a thing');
  });

  it('labels every control', () => {
    const labelled = [...html.matchAll(/ for="([^"]+)"/g)].map((match) => match[1]);
    for (const [, id] of html.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)) expect(labelled).toContain(id);
  });
});

describe('what was typed', () => {
  it('comes back, right or wrong', () => {
    const date = renderToStaticMarkup(<DateField {...common} defaultValue={{ day: '31', month: 'feb', year: '2026' }} wrongParts={['month']} />);
    expect(date).toMatch(/id="thing"[^>]* name="thing-day" value="31"/);
    expect(date).toMatch(/aria-invalid="true"[^>]* name="thing-month" value="feb"/);
    expect(date.match(/aria-invalid/g)).toHaveLength(1);
    expect(renderToStaticMarkup(<SelectField {...common} options={options} defaultValue="r" />)).toContain('<option value="r" selected="">');
    expect(renderToStaticMarkup(<RadioGroup {...common} options={options} defaultValue="r" />)).toMatch(/id="thing-r"[^>]*checked=""/);
  });

  it('is split from an ISO date', () => {
    expect(datePartsOf('2026-03-02')).toEqual({ day: '2', month: '3', year: '2026' });
    expect(datePartsOf(null)).toEqual({ day: '', month: '', year: '' });
  });
});

describe('ErrorSummary', () => {
  it('takes focus, is announced and links to the fields', () => {
    const html = renderToStaticMarkup(<ErrorSummary errors={[{ field: 'thing', message: 'Enter a thing' }, { message: 'The place has gone' }]} />);
    expect(html).toContain('role="alert" tabindex="-1"');
    expect(html).toContain('There is a problem');
    expect(html).toContain('<a href="#thing">Enter a thing</a>');
    expect(html).toContain('<li>The place has gone</li>');
  });

  it('is absent without errors', () => {
    expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('');
  });
});
