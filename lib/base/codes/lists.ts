import assessments from './lists/assessments.json'
import casework from './lists/casework.json'
import consents from './lists/consents.json'
import documents from './lists/documents.json'
import people from './lists/people.json'
import places from './lists/places.json'
import protection from './lists/protection.json'
import referrals from './lists/referrals.json'
import reintegration from './lists/reintegration.json'
import reporting from './lists/reporting.json'
import services from './lists/services.json'
import type { UnionName, unions } from './unions'

/** One code of one list. `fr` and `en` always exist; the rest only where the list has it. */
export type CodeEntry = {
  code: string
  fr: string
  en: string
  parent?: string | undefined
  level?: number | undefined
  /** Unit a service is counted in (list `unit`). */
  unit?: string | undefined
  /** Inclusive bounds in whole years (list `age_group`). */
  min?: number | undefined
  max?: number | undefined
  /** `legacy`: may arrive in imports, is never offered in a form. */
  status?: string | undefined
  replacedBy?: string | undefined
  /** Never shown in ordinary queues: reports about aid workers take a channel of their own. */
  restricted?: boolean | undefined
  cercle?: string | undefined
  lat?: number | undefined
  lon?: number | undefined
  /** Region of the 2023 layout that holds this 2014 cercle. */
  region2023?: string | undefined
  /** Year of the administrative layout the code belongs to: `ML09` means Bamako in 2014 only. */
  vintage?: string | undefined
  hxl?: string | undefined
  providerType?: string | undefined
  /** Services of a partner: codes of level 1 (all below it) or level 2. */
  services?: readonly string[] | undefined
  shortFr?: string | undefined
  /** Of a partner: what French says before its short name, `le ` or `l’`; absent where nothing is said. */
  articleFr?: string | undefined
  shortEn?: string | undefined
}

const groups = {
  ...casework,
  ...referrals,
  ...reintegration,
  ...people,
  ...protection,
  ...services,
  ...consents,
  ...documents,
  ...reporting,
  ...places,
  ...assessments,
  // Where somebody comes from: a cercle of Mali, a country, or why we do not know. The place itself stands beside it in words.
  origin: [...places.admin2_2014, ...places.country, ...places.origin_elsewhere, ...people.unsaid],
  // Where somebody came through, and where they go.
  return_country: [
    { code: 'MLI', fr: 'Mali', en: 'Mali' },
    ...places.country,
    { code: 'UNK', fr: 'Inconnu', en: 'Unknown' },
  ],
  // What somebody speaks, or why we do not know.
  spoken: [...people.language, ...people.unsaid],
}

export type ListName = keyof typeof groups

/** Every code list, in the order forms offer it. */
export const lists: Readonly<Record<ListName, readonly CodeEntry[]>> = groups

/** The codes of a short list as a union, of a long one as text: `CodeOf<'sex'>` is `'F' | 'M' | 'X' | 'U'`. */
export type CodeOf<L extends ListName> = L extends UnionName ? (typeof unions)[L][number] : string
