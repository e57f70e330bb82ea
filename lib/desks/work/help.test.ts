import { describe, expect, test } from 'vitest'
import { isMessageKey } from '@/lib/base/i18n/translate'
import { roles, staffRoles } from '@/lib/platform/access/roles'
import { type Chapter, chapters, chaptersFor, terms } from './help'

describe('the help page', () => {
  test('shows every reader their own chapter first and each chapter once', () => {
    const all = Object.keys(chapters).sort()
    const open = all.filter((chapter) => chapter !== 'abuse')
    for (const role of [...roles, undefined])
      expect(chaptersFor(role).toSorted()).toEqual(role && staffRoles.includes(role) ? all : open)
    expect(chaptersFor('LAWYER')[0]).toBe('caseworker')
    expect(chaptersFor('PARTNER_FP')[0]).toBe('partner')
    expect(chaptersFor(undefined)[0]).toBe('everybody')
  })

  test('has wording for every task', () => {
    for (const [chapter, count] of Object.entries(chapters) as [Chapter, number][])
      for (let task = 1; task <= count; task += 1) {
        expect(isMessageKey(`work.help.${chapter}.${task}`), `${chapter} ${task}`).toBe(true)
        expect(isMessageKey(`work.help.${chapter}.${task}.how`), `${chapter} ${task}`).toBe(true)
      }
  })

  test('explains every word of the glossary', () => {
    for (const term of terms) {
      expect(isMessageKey(`work.glossary.${term}`), term).toBe(true)
      expect(isMessageKey(`work.glossary.${term}.is`), term).toBe(true)
    }
  })
})
