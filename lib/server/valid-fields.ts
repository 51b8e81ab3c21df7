import { z } from 'zod';

/** The fields of a form that can be read, each by its own part of the schema, when the form as a whole cannot. */
export function validFields<Input extends z.ZodType>(input: Input, raw: unknown): Partial<z.output<Input>> {
  if (!(input instanceof z.ZodObject) || typeof raw !== 'object' || raw === null) return {};
  const typed = raw as Readonly<Record<string, unknown>>;
  const valid = Object.entries(input.shape as Readonly<Record<string, z.ZodType>>).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(typed[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(valid) as Partial<z.output<Input>>;
}

/** Problems in the order of the form's fields and of their rows; those of the form as a whole come last. */
export function inFieldOrder<Problem extends { readonly field: string | null }>(input: z.ZodType, problems: readonly Problem[]): Problem[] {
  const order = input instanceof z.ZodObject ? Object.keys(input.shape) : [];
  const place = ({ field }: Problem): readonly [number, number] => {
    const at = order.indexOf(field ?? '');
    if (at >= 0) return [at, 0];
    // `terms-3-firstOn`: the fourth row of terms.
    const row = /^(.+?)-(\d+)(?:-|$)/.exec(field ?? '');
    const rows = order.indexOf(row?.[1] ?? '');
    return rows < 0 ? [order.length, 0] : [rows, Number(row?.[2])];
  };
  return [...problems].sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}
