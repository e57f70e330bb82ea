import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { en } from '@/lib/base/wording/en/refusal'
import { fr } from '@/lib/base/wording/fr/refusal'
import { everyVerb } from '@/lib/testing/every-verb'
import { askedHere, ELSEWHERE, policyPage } from './write-policy'

let page: string
beforeAll(async () => {
  page = await policyPage()
})

test('docs/policy.md is what every rule answers now', () => {
  expect(readFileSync('docs/policy.md', 'utf8')).toBe(page)
})

test('every act of staff on a case stands in it, asked or with the place that decides', async () => {
  const acts = (await everyVerb()).filter(
    ({ name, session }) =>
      session === 'staff' && /^(case|consent|note|assistance|transfer|task)\./.test(name),
  )
  for (const { name } of acts) expect(page, name).toContain(`\`${name}\``)
  expect(Object.keys(ELSEWHERE).filter((name) => !acts.some((one) => one.name === name))).toEqual([])
})

test('each act is allowed to somebody in some state: a table of refusals alone would say nothing', async () => {
  for (const { name } of await askedHere()) {
    const table = page.split(`### \`${name}\``)[1]?.split('###')[0]
    expect(table, name).toContain(' yes ')
  }
})

test('every refusal has its words, in both languages', () => {
  const used = new Set(page.match(/(?<=\| )[a-z]+(?:-[a-z]+)+(?= \|)/g))
  used.delete('not-found')
  for (const one of used) for (const words of [fr, en]) expect(words).toHaveProperty([`reason.${one}.title`])
  expect(used.size).toBeGreaterThan(12)
})
