import type { Browser, BrowserContextOptions, Locator } from 'playwright/test'
import { expectAccessible } from '../support/accessible'
import { account } from '../support/accounts'
import { newcomer, openedCase, traces } from '../support/people'
import { sendReferral } from '../support/team'
import { expect, type Page, test } from '../support/test'

// Nobody signs in for the health centres of Tombouctou: the demonstration has it so.
const kB = 1024

/** A telephone of 360 px with scripts off: counts what is pressed, and every byte of pages and style that comes. */
class Phone {
  taps = 0
  private bytes: Promise<number>[] = []

  private constructor(readonly page: Page) {
    page.on('requestfinished', (request) => {
      this.bytes.push(
        request.sizes().then(
          ({ responseBodySize }) => responseBodySize,
          () => 0,
        ),
      )
    })
  }

  static async open(browser: Browser, options: BrowserContextOptions): Promise<Phone> {
    const small = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
    return new Phone(await (await browser.newContext({ ...options, ...small })).newPage())
  }

  async tap(target: Locator): Promise<void> {
    await target.click()
    this.taps += 1
  }
  button = (name: string) => this.page.getByRole('button', { name, exact: true })
  weight = async () => (await Promise.all(this.bytes)).reduce((sum, one) => sum + one, 0)

  /** The same browser as far as a site can tell, with the rules of accessibility run in it. */
  async lookOver(browser: Browser, options: BrowserContextOptions): Promise<void> {
    const storageState = await this.page.context().storageState()
    const context = await browser.newContext({ ...options, storageState, javaScriptEnabled: true })
    const page = await context.newPage()
    await page.goto(this.page.url())
    await expectAccessible(page)
    await context.close()
  }
}

/** From the link to the open request: the press, the code that the lead reads out, the press. */
async function openedWith(phone: Phone, lead: Page, id: string): Promise<void> {
  await phone.tap(phone.button('Demander mon code'))
  await expect(phone.page.getByLabel('Code à six chiffres')).toBeVisible()
  await lead.goto(`/referrals/${id}`)
  await lead.getByRole('link', { name: /^le lire au/ }).click()
  const code = await lead.locator('main .note b').innerText()
  await phone.page.getByLabel('Code à six chiffres').fill(code)
  await phone.tap(phone.button('Lire la demande'))
  await expect(phone.page.locator('main')).toContainText('Ce que nous partageons')
}

async function linkFor(lead: Page, id: string): Promise<string> {
  await lead.goto(`/referrals/${id}`)
  await lead.getByRole('link', { name: 'Lien pour répondre' }).click()
  await lead.getByRole('button', { name: 'Faire un lien' }).click()
  await expect(lead.locator('main')).toContainText('Un courriel avec le lien attend d’être envoyé')
  return lead.getByLabel('Adresse à donner').inputValue()
}

const care = { service: 'MED_CONS', partner: 'CSCom', reason: 'Fièvre depuis trois jours.' }

test('a health centre answers by link on a phone, and the team reads the answer', async ({
  signIn,
  browser,
  baseURL,
  locale,
}) => {
  test.setTimeout(120_000)
  const options = { ...(baseURL && { baseURL }), ...(locale && { locale }) }
  const who = newcomer()
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'TBT', nth: 1 }))
  const code = await openedCase(lead, who, { cercle: 'ML0601' })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))
  const id = await sendReferral(lead, supervisor, code, care)
  const link = await linkFor(lead, id)

  const phone = await Phone.open(browser, options)
  const { page } = phone
  await test.step('the link says a reference and a day, and names nothing', async () => {
    const answer = await page.goto(link)
    expect(answer?.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
    const text = await page.content()
    for (const told of ['Consultation', 'CSCom', 'Fièvre', code, ...traces(who)])
      expect(text).not.toContain(told)
    await phone.lookOver(browser, options)
  })

  await test.step('two presses open it, a third accepts; what is shared is what was ticked', async () => {
    await openedWith(phone, lead, id)
    await expect(page.getByRole('status')).toContainText('Réception notée')
    const text = await page.content()
    for (const told of [care.reason, code, '/cases', '/referrals', 'href="/inbox"', ...traces(who)])
      expect(text).not.toContain(told)
    await phone.lookOver(browser, options)
    await page.getByLabel('Où ?').fill('Au centre, bureau des consultations')
    await phone.tap(phone.button('Accepter'))
    await expect(page.getByRole('status')).toContainText('Accepté.')
    await expect(page.locator('main')).toContainText('Lieu : Au centre, bureau des consultations')
    await expect(page.locator('main')).toContainText(care.reason)
    expect(phone.taps).toBeLessThanOrEqual(4)
    const weight = await phone.weight()
    process.stdout.write(`answered by link: ${phone.taps} taps, ${weight} bytes\n`)
    expect(weight).toBeLessThanOrEqual(20 * kB)
  })

  await test.step('forwarded, it opens nothing on another device and says so', async () => {
    const other = await Phone.open(browser, options)
    await other.page.goto(link)
    await expect(other.page.getByRole('heading', { level: 1 })).toHaveText(
      'Ce lien est ouvert sur un autre appareil',
    )
    await other.page.goto(`/inbox/${id}`)
    await expect(other.page).toHaveURL(/sign-in/)
    await other.page.context().close()
  })

  await test.step('nothing else opens with it', async () => {
    for (const path of [
      '/inbox',
      '/services',
      '/menu',
      '/cases',
      '/work',
      '/glossary',
      `/inbox/${crypto.randomUUID()}`,
    ])
      expect((await page.request.get(path)).status(), path).toBeGreaterThanOrEqual(403)
  })

  await test.step('another day: the link again, another code, what was done in two presses more', async () => {
    await page.goto(`/inbox/${id}`)
    await page.getByRole('button', { name: 'Fermer cette page' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page s’est fermée')
    phone.taps = 0
    await openedWith(phone, lead, id)
    await phone.tap(page.getByLabel('Fourni', { exact: true }))
    await phone.tap(phone.button('Envoyer le retour'))
    await expect(page.getByRole('status')).toContainText('Service noté')
    expect(phone.taps).toBeLessThanOrEqual(4)
    await phone.lookOver(browser, options)
  })

  await test.step('the team reads it, and closes the link', async () => {
    await lead.goto(`/referrals/${id}`)
    await expect(lead.locator('main')).toContainText('Service fourni (retour du prestataire)')
    await lead.getByRole('link', { name: 'voir le lien' }).click()
    await lead.getByRole('button', { name: 'Fermer le lien' }).click()
    await expect(lead.locator('main')).toContainText('Le lien d’avant est fini.')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne s’ouvre plus')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link opens no more')
  })
  await page.context().close()
})

test('a health centre asks, then says no by link, and reads that its no is noted', async ({
  signIn,
  browser,
  baseURL,
  locale,
}) => {
  test.setTimeout(120_000)
  const options = { ...(baseURL && { baseURL }), ...(locale && { locale }) }
  const lead = await signIn(account('SOCIAL_WORKER', { office: 'TBT', nth: 1 }))
  const code = await openedCase(lead, newcomer(), { cercle: 'ML0601' })
  const supervisor = await signIn(account('SUPERVISOR', { office: 'TBT' }))
  const id = await sendReferral(lead, supervisor, code, care)
  const phone = await Phone.open(browser, options)
  const { page } = phone
  await page.goto(await linkFor(lead, id))
  await openedWith(phone, lead, id)
  await page.getByLabel('Votre question').fill('Depuis combien de jours ?')
  await phone.tap(phone.button('Demander une précision'))
  await expect(page.getByRole('status')).toContainText('Question envoyée')
  expect(phone.taps).toBeLessThanOrEqual(4)

  phone.taps = 2
  await phone.tap(page.getByRole('group', { name: 'Pourquoi ?' }).getByRole('radio').first())
  await phone.tap(phone.button('Refuser'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre refus est noté')
  expect(phone.taps).toBeLessThanOrEqual(4)
  await lead.goto(`/referrals/${id}`)
  await expect(lead.locator('main')).toContainText('Refusé par le prestataire')
  await page.context().close()
})
