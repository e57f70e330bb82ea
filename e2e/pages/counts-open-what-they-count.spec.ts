import type { Account } from '../support/accounts'
import { expect, type Page, test } from '../support/test'
import { busiest } from '../support/walk-places'

test.describe.configure({ mode: 'parallel' })

/** Where each role finds numbers that lead somewhere. */
const places: Record<string, readonly string[]> = {
  SUPERVISOR: ['/work', '/queue', '/referrals', '/cases', '/alerts', '/confirmations'],
  SOCIAL_WORKER: ['/work', '/referrals', '/cases', '/confirmations'],
  PSYCHOLOGIST: ['/work', '/referrals', '/cases', '/confirmations'],
  LAWYER: ['/work', '/referrals', '/cases', '/confirmations'],
  DTM_ENUM: ['/work', '/alerts'],
  IM: ['/work'],
  ADMIN: ['/work'],
  PARTNER_FP: ['/inbox'],
}

/** Rows of the lists of a page; a table's head is no row, and an answer to confirm is a section with its own link. */
const rowsOf = (page: Page, within = 'main'): Promise<number> =>
  page
    .locator(
      `${within} :is(tbody tr, ol.queue > li, ul.ticks > li, section:has(> * a[href^='/confirmations/']))`,
    )
    .count()

/** Pages read at most: what a number of "99+" needs. */
const most = 12

/** Everything a link opens: the rows of its list over all its pages. */
async function opened(page: Page, href: string): Promise<number> {
  await page.goto(href)
  const { hash } = new URL(page.url())
  if (hash) return rowsOf(page, hash)
  let rows = await rowsOf(page)
  for (let turn = 1; turn < most; turn += 1) {
    const next = page.locator('nav.pages a[rel=next]')
    if ((await next.count()) === 0) return rows
    await next.first().click()
    rows += await rowsOf(page)
  }
  return rows
}

type Told = { href: string; said: string; words: string }

/** The numbers on a page that are links: tiles and tabs. */
const told = (page: Page): Promise<Told[]> =>
  page.locator('nav.tiles a, nav.tabs a').evaluateAll((links) =>
    links.flatMap((link) => {
      const said = link.querySelector('b, span')?.textContent ?? ''
      const href = link.getAttribute('href') ?? ''
      return /^\d+\+?$/.test(said) ? [{ href, said, words: link.textContent ?? '' }] : []
    }),
  )

const right = (said: string, rows: number): boolean =>
  said.endsWith('+') ? rows > Number.parseInt(said, 10) : rows === Number(said)

/** The number as the page says it now and the rows it opens now; nothing where the page says no such number any more. */
async function countedAgain(page: Page, place: string, href: string): Promise<string | undefined> {
  await page.goto(place)
  const now = (await told(page)).find((one) => one.href === href)
  if (!now) return undefined
  const rows = await opened(page, href.startsWith('#') ? `${place}${href}` : href)
  return right(now.said, rows) ? undefined : `${place}: ${now.words.trim()} opens ${rows} rows at ${href}`
}

/** Other tests raise alerts and send referrals meanwhile: what is wrong three times, each time read anew, is wrong. */
async function wrongCounts(page: Page, place: string): Promise<string[]> {
  await page.goto(place)
  const wrong: string[] = []
  for (const { href } of await told(page)) {
    let found = await countedAgain(page, place, href)
    for (let again = 1; found && again < 3; again += 1) found = await countedAgain(page, place, href)
    if (found) wrong.push(found)
  }
  return wrong
}

for (const [role, addresses] of Object.entries(places))
  test(`every tile and tab of a ${role} opens exactly what it counts`, async ({ signIn }) => {
    test.setTimeout(300_000)
    const who: Account = await busiest(role)
    const page = await signIn(who)
    const wrong: string[] = []
    for (const place of addresses) wrong.push(...(await wrongCounts(page, place)))
    expect(wrong).toEqual([])
  })
