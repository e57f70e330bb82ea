import { sql } from 'drizzle-orm'
import { codeList, text } from '@/lib/base/forms/fields'
import { findCode, withFound } from '@/lib/base/forms/find-code'
import { form } from '@/lib/base/forms/form'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { supervisedColleague } from './leaves'

/** What a colleague speaks, ticked or searched for by a word; none where nobody knows yet. */
export const languagesForm = form({
  noun: 'people',
  fields: { languages: codeList('language'), moreLanguage: text({ max: 60, optional: true }) },
  check: ({ moreLanguage }): Record<string, string> =>
    moreLanguage !== '' && findCode('language', moreLanguage) === undefined
      ? { moreLanguage: 'not-found' }
      : {},
})

/** A supervisor writes down what a colleague of theirs speaks: hand-overs propose by it. */
export const noteLanguages = verb({
  name: 'staff.note-languages',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: languagesForm,
  page: ({ id }) => `/staff/${id}/languages`,
  scope: (ctx, { id }) => supervisedColleague(ctx, id),
  policy: () => allowed,
  audit: ({ id = '' }) => ({ type: 'user', id }),
  apply: async ({ tx }, { id }, { languages, moreLanguage }) => {
    const spoken = sql.param(`{${withFound('language', languages, moreLanguage).join(',')}}`)
    const [row] = await tx.execute<{ noted: boolean }>(
      sql`select app.note_languages(${id}::uuid, ${spoken}::text[]) as noted`,
    )
    return row?.noted ? { location: `/staff/${id}?done=languages`, id } : { conflict: true }
  },
})
