import { label } from '@/lib/base/codes/codes'
import type { AlikeFile } from '@/lib/casework/likeness/alike-alert'
import { ageWords } from '@/lib/desks/case-file/words'
import type { Page } from '@/lib/platform/gate/read'

type Framed = Omit<Page<unknown>, 'view'>

/** "Femme, 24 ans · Ansongo": who the file is about, by what can be seen of somebody; no code, no name. */
export const alikeWho = ({ person }: AlikeFile, { t, locale, actor }: Framed): string =>
  [
    ageWords(person, { t, locale, now: actor.now }),
    person.originCercle && label('origin', person.originCercle, locale),
  ]
    .filter(Boolean)
    .join(' · ')

/** Why it is proposed, and who leads it. */
export const alikeWhy = ({ reason, samePlace, lead }: AlikeFile, { t }: Framed): string =>
  [
    reason === 'LOOKS_ALIKE' ? t('alerts.candidate.LOOKS_ALIKE') : t(`search.why.${reason}`),
    samePlace && t('alerts.candidate.place'),
    t('alerts.candidate.lead', { lead }),
  ]
    .filter(Boolean)
    .join(' · ')
