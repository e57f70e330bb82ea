import { expectAccessible } from '../support/accessible'
import { account } from '../support/accounts'
import { onwards, post, raw } from '../support/post'
import { expect, test } from '../support/test'

// The rules of accessibility are a script; the pages are the same bytes with scripts on and off.
test.use({ javaScriptEnabled: true })

/** The demonstration's focal point, and a colleague of another office who reports. */
const focal = () => account('LAWYER', { office: 'BKO' })

for (const language of ['fr', 'en'] as const)
  test(`whoever hears of abuse reads list and report without a barrier, in ${language}`, async ({
    signIn,
  }) => {
    test.setTimeout(150_000)
    const teller = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
    onwards(
      await post(teller, '/api/v1/psea', {
        safeNow: 'YES',
        organisation: 'UNKNOWN',
        words: 'Appelez-moi au bureau.',
      }),
    )
    const page = await signIn(focal(), language)
    await page.goto('/work')
    await page.locator('main a[href="/psea"]').click()
    await expectAccessible(page)
    await page.locator('main a[href^="/psea/"]').first().click()
    await expect(page).toHaveURL(/\/psea\/[0-9a-f-]{36}$/)
    await expectAccessible(page)
    await page.goto('/psea?closed=1')
    await expectAccessible(page)
    expect((await raw(teller, '/psea')).status).toBe(404)
  })
