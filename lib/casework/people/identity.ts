import { initial } from '@/lib/base/text/clean'
/** What is sealed of a person. PURE. Every part may be empty: people need not say it. */
export type Identity = {
  given: string
  family: string
  alias: string
  birthDate: string
  /** The age that was said instead of a date, and the day on which: `2014-06-30 34`. */
  ageSaid: string
  phone: string
  contactDetail: string
  village: string
  motherName: string
  shelter: string
  warning: string
  /** Where the person can be met, as they wish a partner to know it. */
  meetingPlace: string
  caregiver: string
  /** A child's brothers and sisters, and where they are, in its own or its carer's words. */
  siblings: string
  /** Why the household's size, or this member's age, is missing (codes of `unsaid`). */
  sizeUnsaid: string
  ageUnsaid: string
  /** Why no concern is said yet. */
  concernsUnsaid: string
  /** Whom the person does not want told, and why (codes). */
  withholds: { from: string; reason: string }[]
}

export const noIdentity: Identity = {
  given: '',
  family: '',
  alias: '',
  birthDate: '',
  ageSaid: '',
  phone: '',
  contactDetail: '',
  village: '',
  motherName: '',
  shelter: '',
  warning: '',
  meetingPlace: '',
  caregiver: '',
  siblings: '',
  sizeUnsaid: '',
  ageUnsaid: '',
  concernsUnsaid: '',
  withholds: [],
}

export const identityPlace = (id: string) => ({ table: 'app.people', column: 'identity', row: id })

/** "A. M.": what lists and bars may show of a name. */
export const initials = ({ given, family }: Pick<Identity, 'given' | 'family'>): string =>
  [given, family]
    .map(initial)
    .filter((letter) => letter !== '')
    .map((letter) => `${letter}.`)
    .join(' ')
