import type { Locator, Page } from 'playwright-core'

const MOST_STEPS = 80

/**
 * Presses Tab (or Shift+Tab, to come from the end of the page) until the focus is where it should be. On the way
 * every stop must be seen: drawn with a focus ring, inside the window and not under something else
 * (WCAG 2.2, 2.4.7 and 2.4.11).
 * @throws Error naming the element that nobody could see, or the one never reached
 */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const goal = await target.elementHandle()
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press(key)
    const { complaint, arrived } = await page.evaluate(lookAtFocus, goal)
    if (complaint !== '') throw new Error(complaint)
    if (arrived) return
  }
  throw new Error(`${key} never reached ${String(target)}`)
}

/** Runs in the page: whether the focus is on the goal, and what is wrong with where it is, in words. */
async function lookAtFocus(goal: Node | null): Promise<{ complaint: string; arrived: boolean }> {
  // what has the focus is scrolled to with the next picture
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  const element = document.activeElement
  if (element === null || element === document.body) return { complaint: '', arrived: false }
  const arrived = element === goal
  const name = element.outerHTML.slice(0, 160)
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
    return { complaint: `no focus ring: ${name}`, arrived }
  const { left, top, width, height } = element.getBoundingClientRect()
  const above = document.elementFromPoint(
    left + Math.min(width, innerWidth) / 2,
    top + Math.min(height, innerHeight) / 2,
  )
  if (above === null) return { complaint: `outside the window: ${name}`, arrived }
  const seen = element.contains(above) || above.contains(element)
  return { complaint: seen ? '' : `hidden under something: ${name}`, arrived }
}
