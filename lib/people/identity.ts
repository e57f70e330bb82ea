/** What is sealed of a person. PURE. Every part may be empty: people need not say it. */
export type Identity = {
  given: string
  family: string
  alias: string
  birthDate: string
  phone: string
  contactDetail: string
  village: string
  motherName: string
  shelter: string
  warning: string
}

export const noIdentity: Identity = {
  given: '',
  family: '',
  alias: '',
  birthDate: '',
  phone: '',
  contactDetail: '',
  village: '',
  motherName: '',
  shelter: '',
  warning: '',
}

export const identityPlace = (id: string) => ({ table: 'app.people', column: 'identity', row: id })

/** "A. M.": what lists and bars may show of a name. */
export const initials = ({ given, family }: Pick<Identity, 'given' | 'family'>): string =>
  [given, family]
    .map((name) => name.trim().charAt(0).toUpperCase())
    .filter((letter) => letter !== '')
    .map((letter) => `${letter}.`)
    .join(' ')
