import { donorName, label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { initials } from '@/lib/casework/people/identity'
import type { PersonView } from '@/lib/casework/people/queries'
import { bandWords } from '@/lib/desks/case-file/words'
import type { Framed } from '../case-frame'

type Counted = { quantity: number; unit: string }
type Given = { forWhom: string | null; forPeople: string[] | null; reached: number | null }

/** So many of the service's own unit. */
export const counted = ({ quantity, unit }: Counted, { t }: Pick<Framed, 't'>) =>
  t('assistance.counted', { quantity, code: unit })

/** One of the household: first letters, or the given name where somebody is chosen, then role, sex and age band. */
export function memberWords(one: PersonView, { t, locale, actor }: Framed, named = false): string {
  const role = one.householdRole && label('household_role', one.householdRole, locale)
  return [
    named ? one.identity.given : initials(one.identity),
    role,
    bandWords(one, { t, locale, now: actor.now }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Whom a line was for: the person, everybody, or who was chosen; of whoever is listed no more, that they were. */
export function whomWords(line: Given, people: readonly PersonView[], page: Framed): string {
  const { t } = page
  if (line.forWhom === null) return t('assistance.whom.unsaid')
  if (line.forWhom !== 'CHOSEN')
    return t(`assistance.whom.${line.forWhom === 'HOUSEHOLD' ? 'everybody' : 'person'}`, {
      count: line.reached ?? 0,
    })
  const known = people.filter(({ id }) => line.forPeople?.includes(id))
  const gone = (line.forPeople?.length ?? 0) - known.length
  return [
    ...known.map((one) =>
      one.standing === 'PRINCIPAL' ? t('assistance.whom.person') : memberWords(one, page),
    ),
    ...(gone > 0 ? [t('assistance.whom.gone', { count: gone })] : []),
  ].join(' · ')
}

/** Out of what: the donor, and its project where one was named. */
export const fundWords = (
  { donor, project }: { donor: string; project: string | null },
  { locale }: Pick<Framed, 'locale'>,
) => [donorName(donor, locale), project].filter(Boolean).join(', ')

export const reasonWords = (code: string, { t }: Pick<Framed, 't'>) =>
  wordingOf(t, `assistance.correctReason.${code}`, wordingOf(t, `assistance.cancelReason.${code}`, code))
