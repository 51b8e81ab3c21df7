import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

/**
 * What accessibility rules look at, without the words: which elements stand in which, with which attributes, at which
 * width. Two lists that differ in their number of rows or in their names have the same shape; one with a row of a
 * further kind, a missing label or another class has its own.
 *
 * @returns the shape's SHA-256
 */
export async function shapeOf(page: Page): Promise<string> {
  return createHash('sha256').update(await page.evaluate(describe)).digest('hex');
}

/** Runs in the page: one line for each kind of element by its place in the tree. */
function describe(): string {
  const kinds = new Map<string, number>();
  const refersTo = /^(for|aria-labelledby|aria-describedby|aria-controls|aria-errormessage|headers)$/;
  const inWords = /^(alt|aria-label|title|placeholder|value|content)$/;
  const withoutValue = /^(id|href|name|d|points|transform|x|y|x1|x2|y1|y2|cx|cy|width|height|src|action|data-.*)$/;
  const attribute = (element: Element, name: string): string => {
    const value = element.getAttribute(name) ?? '';
    if (refersTo.test(name)) return `${name}:${value.split(/\s+/).every((id) => document.getElementById(id) !== null)}`;
    if (inWords.test(name)) return `${name}:${value.trim() === ''}`;
    return withoutValue.test(name) ? name : `${name}=${value.replace(/[\d.]+/g, '0')}`;
  };
  const visit = (element: Element, parent: number): void => {
    const attributes = element.getAttributeNames().sort().map((name) => attribute(element, name));
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
    const kind = `${parent} ${element.tagName} ${attributes.join(' ')} ${hasText}`;
    const known = kinds.get(kind) ?? kinds.size + 1;
    kinds.set(kind, known);
    for (const child of element.children) visit(child, known);
  };
  visit(document.documentElement, 0);
  return `${window.innerWidth}\n${[...kinds.keys()].join('\n')}`;
}
