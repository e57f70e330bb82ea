import { withFound } from '@/lib/base/forms/find-code'
import { agesDisagree } from '@/lib/base/time/age-on'
import { isoDayOf, startOfDay } from '@/lib/base/time/days'
import { type PersonInReach, standing, writePerson } from '@/lib/casework/cases/person-in-reach'
import { writeSaid } from '@/lib/casework/people/birth'
import { identityForm } from '@/lib/casework/people/form'
import { identityShown } from '@/lib/casework/people/shown-values'
import { verb } from '@/lib/platform/gate/verb'
import { afterFacts } from './after-facts'
import { pageOf } from './next-page'
import { onAnswered } from './on-answered'

/** Who the person is, as far as they say. A birth date decides the year; else the age said on this day. */
export const writeIdentity = verb({
  ...onAnswered,
  name: 'case.write-identity',
  form: identityForm,
  page: pageOf('identity'),
  current: (ctx, { row, identity }) => standing(ctx, row, identityShown({ ...row, identity }, ctx.actor.now)),
  apply: async (ctx, found, values) => {
    const { given, family, alias, birthDate, motherName, age, ageUnsaid, sex, documentStatus } = values
    if (birthDate && startOfDay(birthDate) > ctx.actor.now) return { invalid: { birthDate: 'in-future' } }
    const birth = { date: birthDate, basis: values.ageBasis }
    if (agesDisagree(birth, age, isoDayOf(ctx.actor.now))) return { invalid: { age: 'age-disagrees' } }
    const birthYear = birthDate
      ? Number(birthDate.slice(0, 4))
      : age === null
        ? null
        : ctx.actor.now.getUTCFullYear() - age
    if (birthYear !== null && birthYear < 1890) return { invalid: { birthDate: 'too-early' } }
    const written = await writePerson(ctx, found, {
      plain: {
        sex,
        documentStatus,
        birthYear,
        ageBasis: values.ageBasis || null,
        nationalities: withFound('nationality', values.nationalities, values.moreNationality),
        languages: withFound('spoken', values.languages, values.moreLanguage),
      },
      sealed: {
        given,
        family,
        alias,
        birthDate,
        motherName,
        ageUnsaid,
        ageSaid: saidOn(found, values, ctx.actor.now),
      },
    })
    return written ? { location: await afterFacts(ctx, found.reach.record, 'identity') } : { conflict: true }
  },
})

type Ages = { birthDate: string; age: number | null }

/** The age that is said today, unless the page shows it from a day before: nobody said it again. */
function saidOn({ row, identity }: PersonInReach, { birthDate, age }: Ages, now: Date): string {
  if (birthDate || age === null) return ''
  const shown = identityShown({ ...row, identity }, now).age
  return identity.ageSaid && String(age) === shown
    ? identity.ageSaid
    : writeSaid({ years: age, on: isoDayOf(now) })
}
