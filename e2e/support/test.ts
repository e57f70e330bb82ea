import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from 'playwright/test'
import type { Account } from './accounts'

export type { Page }
export { expect }

/** Opens a browser of its own for a person and signs them in through the page, as they would. */
export type SignIn = (who: Account, language?: 'fr' | 'en') => Promise<Page>

async function signedIn(
  browser: Browser,
  options: BrowserContextOptions,
  who: Account,
  language: 'fr' | 'en',
): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto('/sign-in')
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
  await page.locator('#f-email').fill(who.email)
  await page.locator('#f-password').fill(who.password)
  await page.locator('main button.btn').click()
  await expect(page.locator('header.top')).toBeVisible()
  await expect(page).not.toHaveURL(/sign-in/)
  return page
}

export const test = base.extend<{ signIn: SignIn }>({
  signIn: async ({ browser, baseURL, javaScriptEnabled, locale, timezoneId }, use) => {
    const opened: Page[] = []
    await use(async (who, language = 'fr') => {
      const options: BrowserContextOptions = {
        ...(baseURL ? { baseURL } : {}),
        javaScriptEnabled: javaScriptEnabled ?? true,
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
      }
      const page = await signedIn(browser, options, who, language)
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
  },
})

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** In the page: what breaks a rule, and where. Only that is sent back; what holds would be most of the work. */
async function violations(values: string[]): Promise<string[]> {
  const { run } = (globalThis as unknown as { axe: typeof axe }).axe
  const found = await run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/**
 * No accessibility rule broken, and no sideways scroll at 320 px, with everything opened that a reader can open. The
 * rules are a script: only where scripts run.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '')
  })
  // Not its value: sent back, the whole engine would travel.
  await page.evaluate(`${axe.source};0`)
  expect(await page.evaluate(violations, rules)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider, `sideways scroll at 320 px on ${page.url()}`).toBeLessThanOrEqual(0)
  if (size) await page.setViewportSize(size)
}
