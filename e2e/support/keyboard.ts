import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 150;

/**
 * Presses Tab until the element has the focus, and checks each stop on the way for a visible mark.
 * @throws when it is not reached: then a keyboard does not reach it either
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const element = await target.elementHandle();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused, element);
    expect(stop.unmarked, 'what has the focus and looks no different from what has not').toBe('');
    if (stop.isTarget) return;
  }
  expect(false, `${String(target)} is reached within ${MOST_TABS} presses of Tab`).toBe(true);
}

/** Runs in the page: whether the focus is on the element, and the focused element where focus changes nothing in its look. */
function focused(target: Node | null): { isTarget: boolean; unmarked: string } {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return { isTarget: false, unmarked: '' };
  const look = (one: Element): string => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = getComputedStyle(one);
    return [outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`, boxShadow, backgroundColor].join('; ');
  };
  // The mark of a choice may be drawn by what stands beside or around it.
  const parts = [element, element.nextElementSibling, element.parentElement].filter((one): one is Element => one !== null);
  const withFocus = parts.map(look);
  element.blur();
  const without = parts.map(look);
  element.focus({ preventScroll: true });
  const isMarked = withFocus.some((one, index) => one !== without[index]);
  return { isTarget: element === target, unmarked: isMarked ? '' : element.outerHTML.slice(0, 200) };
}
