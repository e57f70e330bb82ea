import axe from 'axe-core'
import { expect, type Page } from 'playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Asked = { values: string[]; colours: boolean }

/** In the page: what breaks a rule, and where. Only that is sent back; what holds would be most of the work. */
async function violations({ values, colours }: Asked): Promise<string[]> {
  for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '')
  const { run } = (globalThis as unknown as { axe: typeof axe }).axe
  const found = await run(document, {
    runOnly: { type: 'tag', values },
    rules: { 'color-contrast': { enabled: colours } },
    resultTypes: ['violations'],
  })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

// Not its value: sent back, the whole engine would travel.
const load = (page: Page) => page.evaluate(`${axe.source};0`)

/** What is wrong with what stands in a page: rules broken, and a sideways scroll at 320 px. */
async function wrongWith(page: Page, colours: boolean): Promise<string[]> {
  const broken = await page.evaluate(violations, { values: rules, colours })
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (size) await page.setViewportSize(size)
  return wider > 0 ? [...broken, `scrolls sideways at 320 px by ${wider} px`] : broken
}

/**
 * No accessibility rule broken, and no sideways scroll at 320 px, with everything opened that a reader can open. The
 * rules are a script: only where scripts run.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await load(page)
  expect(await wrongWith(page, true), page.url()).toEqual([])
}

/** In the page: another page's bytes in the place of its own, with their styles. */
async function layIn(html: string): Promise<void> {
  const other = new DOMParser().parseFromString(html, 'text/html').documentElement
  document.replaceChild(document.adoptNode(other), document.documentElement)
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
  await Promise.all(
    styles.map(
      (one) =>
        one.sheet ??
        new Promise((done, failed) => {
          one.onload = done
          one.onerror = () => failed(new Error(`no style ${one.href}`))
        }),
    ),
  )
}

/**
 * Reads many pages as their bytes were answered, in one tab: the engine is loaded once, which takes as long as its rules.
 * `colours` asks also for contrast, the dearest rule: colours are the same in every language. Returns what is wrong.
 */
export async function manyPages(page: Page): Promise<(html: string, colours: boolean) => Promise<string[]>> {
  const tab = await page.context().newPage()
  await tab.goto('/help')
  await load(tab)
  return async (html, colours) => {
    await tab.evaluate(layIn, html)
    return wrongWith(tab, colours)
  }
}
