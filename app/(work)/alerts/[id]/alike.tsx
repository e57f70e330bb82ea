import { label } from '@/lib/base/codes/codes'
import type { AlikeFile } from '@/lib/casework/likeness/alike-alert'
import { ageWords } from '@/lib/desks/case-file/words'
import type { Page } from '@/lib/platform/gate/read'

type Framed = Omit<Page<unknown>, 'view'>

/**
 * "Femme, 24 ans · Ansongo": who the file is about, by what can be seen of somebody; no name. Of a restricted one only its code:
 * whoever is named on it opens it.
 */
export function alikeWho({ person, file }: AlikeFile, { t, locale, actor }: Framed): string {
  if (file.sensitivity === 'S4') return `${t('cases.row.sealed')} · ${file.code}`
  return [
    ageWords(person, { t, locale, now: actor.now }),
    person.originCercle && label('origin', person.originCercle, locale),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Why it is proposed, and who leads it. */
export const alikeWhy = ({ reason, samePlace, lead, file }: AlikeFile, { t }: Framed): string =>
  [
    reason === 'LOOKS_ALIKE' ? t('alerts.candidate.LOOKS_ALIKE') : t(`search.why.${reason}`),
    samePlace && t('alerts.candidate.place'),
    file.sensitivity === 'S3' && t('alerts.candidate.lead', { lead }),
  ]
    .filter(Boolean)
    .join(' · ')
