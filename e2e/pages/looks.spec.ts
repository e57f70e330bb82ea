import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { expect, type Page, test } from '../support/test'

test.describe.configure({ mode: 'parallel' })

const outline = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return { style: outlineStyle, width: Number.parseFloat(outlineWidth) }
  })

/** Presses Tab until something fitting has the focus, as somebody without a mouse does; false when nothing had it. */
async function tabTo(page: Page, selector: string): Promise<boolean> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab')
    if ((await page.locator(`${selector}:focus`).count()) > 0) return true
  }
  return false
}

test('the row that is open is marked in a reader’s own colours too', async ({ signIn }) => {
  const page = await signIn(account('SUPERVISOR'))
  await page.goto('/queue')
  await page.locator('.queue a').first().click()
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await outline(page, '.queue [aria-current]')).toEqual({ style: 'solid', width: 2 })
})

test('whoever goes by keyboard sees where they are, in tabs and in tables', async ({ signIn }) => {
  const page = await signIn(account('SUPERVISOR'))
  await page.goto('/cases')
  for (const place of ['.tabs a', 'table a']) {
    expect(await tabTo(page, place), place).toBe(true)
    const { style, width } = await outline(page, `${place}:focus`)
    expect({ place, style }).toEqual({ place, style: 'solid' })
    expect(width, place).toBeGreaterThanOrEqual(3)
  }
})

test('no page is handed to a translator, and no key is taken from the reader', async ({ signIn }) => {
  const page = await signIn(account('SUPERVISOR'))
  for (const place of ['/work', '/queue', '/cases', '/alerts', '/staff', '/search']) {
    await page.goto(place)
    await expect(page.locator('main'), place).toHaveAttribute('translate', 'no')
    await expect(page.locator('[accesskey], kbd'), place).toHaveCount(0)
  }
})

test('after a decision the next one that waits has the focus: one key opens it', async ({ signIn }) => {
  const supervisor = account('SUPERVISOR')
  const page = await signIn(supervisor)
  const [sent] = await maintaining(
    (tx) => tx<{ id: string }[]>`select r.id from app.referrals r
      where r.sensitivity = 'S3' and r.office_id = any(${supervisor.offices}) and r.sent_at is not null limit 1`,
  )
  await page.goto(`/queue?reviewed=${sent?.id}`)
  await expect(page.locator('.queue a').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.queue [aria-current]')).toBeVisible()
})

test('with every kind waiting, no tab of the queue is pushed out of sight on a screen of 1280', async ({
  signIn,
}) => {
  const page = await signIn(account('SUPERVISOR', { office: 'MOP' }))
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/queue')
  const hidden = await page.locator('nav.tabs').evaluate((nav) => {
    const tabs = [...nav.querySelectorAll('a')]
    while (nav.querySelectorAll('a').length < 14) nav.append(tabs[1]?.cloneNode(true) ?? '')
    const { right } = nav.getBoundingClientRect()
    return [...nav.querySelectorAll('a')].filter((tab) => tab.getBoundingClientRect().right > right + 1)
      .length
  })
  expect(hidden).toBe(0)
})
