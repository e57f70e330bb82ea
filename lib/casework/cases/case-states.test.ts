import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '@/lib/base/wording/en/cases'
import { fr } from '@/lib/base/wording/fr/cases'
import { fr as refusals } from '@/lib/base/wording/fr/refusal'
import { caseStatesPage } from '@/scripts/write-case-states'
import { caseVerbs } from './transitions'

test('docs/case-states.md is what the table and the policy say now', () => {
  expect(readFileSync('docs/case-states.md', 'utf8')).toBe(caseStatesPage())
})

test('every verb has its line in the history, in both languages', () => {
  for (const verb of caseVerbs.filter((one) => one !== 'open'))
    for (const words of [fr, en]) expect(words).toHaveProperty([`timeline.${verb}`])
})

test('every refusal of the table has its words', () => {
  const used = new Set(caseStatesPage().match(/\b(?:case|already)-[a-z-]+\b(?= \|)/g))
  for (const code of used) expect(refusals).toHaveProperty([`reason.${code}.title`])
  expect(used.size).toBeGreaterThan(8)
})
