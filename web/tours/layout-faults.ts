import type { Page } from '@playwright/test';

/** What of a page does not fit: it scrolls sideways, text or a control is cut off, or controls lie on one another. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(findFaults);
}

/** In the browser. */
function findFaults(): string[] {
  const slack = 2;
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=slider]';
  // Marks lie where their things are, also on one another; lists beside the map have them all.
  const free = '[data-testid=map], .visually-hidden';
  const faults: string[] = [];

  const nameOf = (element: Element) => {
    const inside = element.parentElement?.closest('[data-testid]')?.getAttribute('data-testid');
    const said = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 50);
    return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${said}"${inside ? ` in ${inside}` : ''}`;
  };
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const isDrawn = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return isDrawn && width > 1 && height > 1 && !element.closest(free);
  };
  const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';

  const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wider > 0) faults.push(`scrolls sideways by ${wider}`);

  for (const element of document.body.querySelectorAll('*')) {
    const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!isText || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    // Shortened with dots, and whole in a tip.
    const isShortened = style.textOverflow === 'ellipsis' && element.closest('[title]') !== null;
    if (clips(style.overflowX) && element.scrollWidth > element.clientWidth + slack && !isShortened) faults.push(`text is cut: ${nameOf(element)}`);
    if (clips(style.overflowY) && element.scrollHeight > element.clientHeight + slack && !isShortened) faults.push(`lines are cut: ${nameOf(element)}`);
  }

  const seen = [...document.body.querySelectorAll(controls)].filter(isSeen);
  for (const control of seen) {
    const box = control.getBoundingClientRect();
    let isScrolled = false;
    for (let around = control.parentElement; around && around !== document.body; around = around.parentElement) {
      const { overflowX } = getComputedStyle(around);
      if (overflowX === 'auto' || overflowX === 'scroll') isScrolled = true;
      if (isScrolled || !clips(overflowX)) continue;
      const { left, right } = around.getBoundingClientRect();
      if (box.right > right + slack || box.left < left - slack) faults.push(`control is cut: ${nameOf(control)}`);
    }
    if (!isScrolled && (box.right > innerWidth + slack || box.left < -slack)) faults.push(`control is off the screen: ${nameOf(control)}`);
  }

  // What is fixed or stuck lies over what scrolls below it.
  const floorOf = (element: Element) => {
    let at: Element | null = element;
    while (at && !/fixed|sticky/.test(getComputedStyle(at).position)) at = at.parentElement;
    return at;
  };
  // A link of two lines has a box for each.
  const drawn = seen.map((control) => ({ control, floor: floorOf(control), boxes: [...control.getClientRects()] }));
  const meet = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2 * slack;
  for (const [index, one] of drawn.entries())
    for (const other of drawn.slice(index + 1)) {
      const isApart = one.floor !== other.floor || one.control.contains(other.control) || other.control.contains(one.control);
      if (!isApart && one.boxes.some((a) => other.boxes.some((b) => meet(a, b)))) faults.push(`controls overlap: ${nameOf(one.control)} and ${nameOf(other.control)}`);
    }
  return [...new Set(faults)];
} // prettier-ignore
