import { manyPages } from '../support/accessible'
import { roles } from '../support/accounts'
import { ownPagesOf } from '../support/pages-of-roles'
import { cookiesOf } from '../support/post'
import { expect, test } from '../support/test'
import { walk } from '../support/walk-links'
import { busiest, startingPlaces } from '../support/walk-places'
import { answerWrongly } from '../support/wrong-answers'

test.describe.configure({ mode: 'parallel' })
test.use({ javaScriptEnabled: true })

/** Roles of whose own pages some are forms; the others only read. */
const answering = ['SOCIAL_WORKER', 'SUPERVISOR', 'DTM_ENUM', 'ADMIN', 'PARTNER_FP']

for (const role of roles.filter((one) => ownPagesOf(one).length > 0))
  test(`${role} is told what is wrong on every form of theirs, and anybody can read it`, async ({
    signIn,
  }) => {
    test.setTimeout(240_000)
    const who = await busiest(role)
    const page = await signIn(who)
    const visited = await walk(await cookiesOf(page), await startingPlaces(who), 1)
    const wrongIn = await manyPages(page)
    const broken: string[] = []
    let told = 0
    for (const pattern of ownPagesOf(role)) {
      const path = visited.find((one) => one.pattern === pattern)?.path
      if (!path) continue
      await page.goto(path)
      try {
        if (!(await answerWrongly(page))) continue
        told += 1
        await expect(page.locator('main [role=alert]').first()).toBeVisible()
        await expect(page.locator('main .err').first()).toBeVisible()
        broken.push(...(await wrongIn(await page.content(), true)).map((wrong) => `${path}: ${wrong}`))
      } catch (error) {
        broken.push(`${path}: ${(error as Error).message}`)
      }
    }
    expect(broken).toEqual([])
    expect(told > 0).toBe(answering.includes(role))
  })
