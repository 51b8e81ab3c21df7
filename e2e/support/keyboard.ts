import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 150;

/**
 * Presses Tab until the element has the focus, and checks each stop on the way for a visible mark.
 * @throws when it is not reached: then a keyboard does not reach it either
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press('Tab');
    await focusIsVisible(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  expect(false, `${String(target)} is reached within ${MOST_TABS} presses of Tab`).toBe(true);
}

/** The focused element has an outline, a shadow or another ground than the same element without focus. */
export async function focusIsVisible(page: Page): Promise<void> {
  const marked = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return true;
    const look = (element: Element): string => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = getComputedStyle(element);
      return [outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`, boxShadow, backgroundColor].join('; ');
    };
    // A choice's mark may be drawn by the label beside it.
    const parts = [focused, focused.nextElementSibling, focused.parentElement].filter((one): one is Element => one !== null);
    const withFocus = parts.map(look);
    focused.blur();
    const without = parts.map(look);
    focused.focus({ preventScroll: true });
    return withFocus.some((one, index) => one !== without[index]);
  });
  expect(marked, 'what has the focus looks different from what has not').toBe(true);
}
