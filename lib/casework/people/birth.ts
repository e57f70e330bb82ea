import type { Birth, SaidAge } from '@/lib/base/time/age-on'

type Known = {
  birthYear: number | null
  ageBasis: string | null
  identity: { birthDate: string; ageSaid?: string | undefined }
}

/** What is known of a person's birth: the sealed date or age where it is open, the year, and where it is known from. PURE. */
export const birthOf = ({ birthYear, ageBasis, identity }: Known): Birth => ({
  date: identity.birthDate,
  year: birthYear,
  basis: ageBasis,
  said: readSaid(identity.ageSaid),
})

/** As it is sealed. PURE. */
export const writeSaid = ({ years, on }: SaidAge): string => `${on} ${years}`

function readSaid(text: string | undefined): SaidAge | undefined {
  const [on, years] = text?.split(' ') ?? []
  return on && years ? { on, years: Number(years) } : undefined
}
