import type { Birth } from '@/lib/base/time/age-on'

type Known = { birthYear: number | null; ageBasis: string | null; identity: { birthDate: string } }

/** What is known of a person's birth: the sealed date where it is open, the year, and where it is known from. PURE. */
export const birthOf = ({ birthYear, ageBasis, identity }: Known): Birth => ({
  date: identity.birthDate,
  year: birthYear,
  basis: ageBasis,
})
