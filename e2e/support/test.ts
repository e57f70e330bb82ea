import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from 'playwright/test'
import type { Account } from './accounts'

export type { Page }
export { expect }

/** Opens a browser of its own for a person, signed in: the first time through the page, as they would. */
export type SignIn = (who: Account, language?: 'fr' | 'en') => Promise<Page>

/** Who signed in during this process: with them, the next page of the same person begins signed in. */
const kept = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

async function throughThePage(page: Page, who: Account, language: 'fr' | 'en'): Promise<void> {
  await page.goto('/sign-in')
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
  await page.locator('#f-email').fill(who.email)
  await page.locator('#f-password').fill(who.password)
  await page.locator('main button.btn').click()
  await expect(page.locator('header.top')).toBeVisible()
  await expect(page).not.toHaveURL(/sign-in/)
}

async function signedIn(
  browser: Browser,
  options: BrowserContextOptions,
  who: Account,
  language: 'fr' | 'en',
): Promise<Page> {
  const key = `${who.email} ${language}`
  const storageState = kept.get(key)
  const context = await browser.newContext({ ...options, ...(storageState && { storageState }) })
  const page = await context.newPage()
  if (storageState) await page.goto('/')
  // Another test may have ended the session that was kept.
  if (storageState && !page.url().includes('/sign-in')) return page
  await context.clearCookies()
  await throughThePage(page, who, language)
  kept.set(key, await context.storageState())
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
