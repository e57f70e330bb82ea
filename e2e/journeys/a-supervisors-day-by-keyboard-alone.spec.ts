import { account } from '../support/accounts'
import { busySupervisor } from '../support/busy-supervisor'
import { expect, type Page, test } from '../support/test'

/** Keys as a hand presses them, each counted. */
class Keys {
  private pressed: string[] = []

  constructor(readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      this.pressed.push(key)
    }
  }

  /** The same key until this is in hand; the page says what is. */
  async until(key: string, there: (page: Page) => Promise<boolean>): Promise<void> {
    for (let n = 0; n < 40 && !(await there(this.page)); n += 1) await this.press(key)
  }

  atMost(most: number, how: string): void {
    process.stdout.write(`twenty decisions ${how}: ${this.pressed.length} keys\n`)
    expect(this.pressed.length, this.pressed.join(' ')).toBeLessThanOrEqual(most)
  }
}

const inHand = (page: Page, what: string) => page.locator(`${what}:focus`)
const holds = async (page: Page, what: string) => (await inHand(page, what).count()) > 0
const arrived = (page: Page, at: RegExp) => expect(page).toHaveURL(at)

/** With the letters one key does what without them Tab and Enter do. */
async function act(keys: Keys, letters: boolean, letter: string, button: string): Promise<void> {
  if (letters) return keys.press(letter)
  await keys.until('Tab', (page) => holds(page, `.decide [data-key=${letter}]`))
  await expect(inHand(keys.page, '.decide [data-key]')).toHaveText(button)
  await keys.press('Enter')
}

test('a supervisor’s day by keyboard alone', async ({ signIn, javaScriptEnabled }) => {
  test.setTimeout(240_000)
  const letters = javaScriptEnabled !== false
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'GAO' }))
  const { who } = await busySupervisor(lead, 21)
  const page = await signIn(who)
  await page.goto('/queue?kind=approve')
  await expect(page.locator('.queue > li')).toHaveCount(21)

  const opened = async (keys: Keys) => {
    await expect(inHand(page, '.queue a')).toBeVisible()
    await keys.press('Enter')
    await arrived(page, /[?&]item=/)
    // What was opened is read first.
    await expect(inHand(page, '.panel h2')).toBeVisible()
  }
  const decided = async (what: string) => {
    await arrived(page, new RegExp(`kind=approve&.*${what}=`))
    await expect(page.getByRole('status').first()).toBeVisible()
  }

  const keys = new Keys(page)
  await test.step('the first row', async () => {
    if (letters) return keys.press('j')
    await keys.press('Tab', 'Enter')
    await keys.until('Tab', (one) => holds(one, '.queue a'))
  })
  await test.step('fifteen let go', async () => {
    for (let n = 0; n < 15; n += 1) {
      await opened(keys)
      await act(keys, letters, 'a', letters ? '' : 'Valider')
      await decided('approved')
    }
  })
  await test.step('three given back with a reason', async () => {
    for (let n = 0; n < 3; n += 1) {
      await opened(keys)
      await act(keys, letters, 'r', 'Renvoyer')
      await arrived(page, /\/return/)
      await expect(inHand(page, 'input[name=reason]')).toBeVisible()
      await keys.press('Space', 'Enter')
      await decided('returned')
    }
  })
  await test.step('two set aside with a reason', async () => {
    for (let n = 0; n < 2; n += 1) {
      await opened(keys)
      await act(keys, letters, 'd', 'Plus tard')
      await arrived(page, /\/aside/)
      await expect(inHand(page, 'input[name=asideReason]')).toBeVisible()
      await keys.press('Space', 'Enter')
      await decided('aside')
    }
  })
  keys.atMost(letters ? 60 : 120, letters ? 'with the letters' : 'by Tab and Enter')

  await test.step('the last one is left, the two are a tab of their own, and one comes back', async () => {
    await expect(page.locator('.queue > li')).toHaveCount(1)
    const tab = page.locator('.tabs').getByRole('link', { name: /^Plus tard/ })
    await expect(tab).toContainText('2')
    if (letters) await page.keyboard.press('u')
    else await page.getByRole('button', { name: 'Annuler' }).press('Enter')
    await arrived(page, /freed=/)
    await expect(page.locator('.queue > li')).toHaveCount(2)
  })
  await test.step('letters are printed where they work alone, and never pressed while somebody writes', async () => {
    await page.locator('.queue a').first().press('Enter')
    await arrived(page, /item=/)
    await expect(page.locator('.decide kbd')).toHaveCount(letters ? 4 : 0)
    await page.getByRole('searchbox').first().press('a')
    await expect(page.getByRole('searchbox').first()).toHaveValue('a')
    await arrived(page, /item=/)
  })
  await test.step('the account turns them off on this device', async () => {
    await page.goto('/menu')
    await page.getByRole('button', { name: 'Les désactiver' }).click()
    await expect(page.getByRole('button', { name: 'Les activer' })).toBeVisible()
    await page.goto('/queue?kind=approve')
    await expect(page.locator('script[src*="/keys."]')).toHaveCount(0)
  })
})
