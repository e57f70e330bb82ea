import { account } from '../support/accounts'
import { maintaining } from '../support/database'
import { pages } from '../support/endpoints'
import { newcomer, openedCase } from '../support/people'
import { onwards, post } from '../support/post'
import { expect, type Page, test } from '../support/test'

/** Sixty letters, as an address or a joined name has them. */
const long = 'NouakchottOuagadougouNiameyAbidjanBamakoTombouctouGaoMoptiKidal'.slice(0, 60)

/** A telephone, also with colours of the reader's own; a desktop's window at 200 %; the same at 400 %. */
const looks = [
  { width: 360, forcedColors: 'none' },
  { width: 360, forcedColors: 'active' },
  { width: 640, forcedColors: 'none' },
  { width: 320, forcedColors: 'none' },
] as const

/** Every page of a case that stands on the case alone, whoever opens it: a page that says no is a page too. */
const ofACase = pages()
  .filter((pattern) => /^\/cases\/\[code\](\/[^[]*)?$/.test(pattern))
  .map((pattern) => pattern.slice('/cases/[code]'.length))

/** Where a page goes on beyond its window, in each of the looks. */
async function tooWide(page: Page, paths: readonly string[]): Promise<string[]> {
  const wide: string[] = []
  for (const path of paths) {
    await page.goto(path)
    for (const { width, forcedColors } of looks) {
      await page.emulateMedia({ forcedColors })
      await page.setViewportSize({ width, height: 800 })
      const beyond = await page.evaluate(() => {
        for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '')
        return document.documentElement.scrollWidth - document.documentElement.clientWidth
      })
      if (beyond > 0) wide.push(`${path} at ${width}, colours ${forcedColors}: ${beyond} px`)
    }
  }
  return wide
}

test('no word is so long that a page of its case scrolls sideways, whoever reads it', async ({ signIn }) => {
  test.setTimeout(240_000)
  const page = await signIn(account('SOCIAL_WORKER', { office: 'BKO' }))
  const supervisor = await signIn(account('SUPERVISOR', { office: 'BKO' }))
  const asked = await signIn(account('SUPERVISOR', { office: 'GAO' }))
  const who = { ...newcomer(), given: long, family: long, meetingPlace: long, detail: long }
  const code = await openedCase(page, who, { cercle: 'ML0901' })
  onwards(
    await post(page, `/api/v1/cases/${code}/notes`, { compartment: 'TEAM', body: `${long}${long}${long}` }),
  )
  const all = ofACase.map((part) => `/cases/${code}${part}`)
  expect(all.length).toBeGreaterThan(30)
  expect(await tooWide(page, [...all, '/cases/new', `/search?q=${long}`])).toEqual([])
  await page.goto(`/cases/${code}/transfer`)
  await page.locator('main [name=to][value=GAO]').check()
  await page.locator('main [name=transferReason][value=MOVED]').check()
  await page.locator('main [name=said][value=AGREED]').check()
  await page.locator('main [name=word]').fill(`${long} ${long}`)
  await page.locator('main form#answers button.btn').first().click()
  await expect(page).toHaveURL(/done=transfer-offered/)
  expect(await tooWide(supervisor, [...all, `/cases/hand-over`])).toEqual([])
  const [offer] = await maintaining(
    (tx) =>
      tx<{ id: string }[]>`select id from app.case_transfers where code = ${code} and state = 'OFFERED'`,
  )
  const answers = ['', '/refuse'].map((part) => `/queue/transfers/${offer?.id}${part}`)
  expect(await tooWide(asked, ['/queue?kind=transfer', ...answers])).toEqual([])
})
