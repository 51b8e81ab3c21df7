import type { APIRequestContext, APIResponse } from '@playwright/test';
import type { HtmlForm } from './html-forms';

/** Sends a page's form as a browser without JavaScript does, without following the answer's redirect. */
export function postForm(
  context: APIRequestContext, address: string, path: string, form: HtmlForm, typed: Readonly<Record<string, string>> = {},
): Promise<APIResponse> {
  return context.post(`${address}${path}`, {
    multipart: { ...Object.fromEntries(form.fields), ...typed }, headers: { origin: address }, maxRedirects: 0,
  });
}

/** One request by Node's own fetch: no trace, no redirect followed. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export interface Sent {
  readonly address: string;
  readonly path: string;
  /** Cookie header; undefined for somebody who is not signed in. */
  readonly cookie?: string;
}

export async function open({ address, path, cookie }: Sent): Promise<Answer> {
  return answerOf(await fetch(`${address}${path}`, { redirect: 'manual', headers: cookie === undefined ? {} : { cookie } }));
}

/**
 * Calls a server action as the page's script does: the fields as Next encodes the arguments of `useActionState`
 * (a fresh state, then the form).
 */
export async function act({ address, path, cookie }: Sent, actionId: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append('0', JSON.stringify([{ problems: [], details: [], values: {} }, '$K1']));
  return answerOf(await fetch(`${address}${path}`, {
    method: 'POST', redirect: 'manual', body,
    headers: { 'next-action': actionId, accept: 'text/x-component', origin: address, ...(cookie === undefined ? {} : { cookie }) },
  }));
}

/** Posts a plain form, files and all, and gives the address that the answer sends the browser to; null when it sends it nowhere. */
export async function postFields({ address, path, cookie }: Sent, body: FormData): Promise<string | null> {
  const { headers } = await fetch(`${address}${path}`, { method: 'POST', redirect: 'manual', body, headers: { origin: address, ...(cookie === undefined ? {} : { cookie }) } });
  return headers.get('location');
}

/** Where an act led the script on to, by a redirect or in its answer; null when it was refused. */
export function ledTo({ headers, body }: Answer): string | null {
  return headers.get('x-action-redirect')?.split(';')[0] ?? /"leadsTo":"([^"]*)"/.exec(body)?.[1] ?? null;
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** Runs work on every item, so many at a time; the results in the items' order. */
export async function each<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
