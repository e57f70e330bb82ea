import { ageOn } from '@/lib/base/time/age-on'

type Person = { birthYear: number | null; birthDate?: string | null }

/** The age a made-up person is written down with: of two possible ones the one reached this year. */
export function ageReached({ birthYear, birthDate }: Person, day: string): number | null {
  const age = ageOn({ year: birthYear, date: birthDate, basis: 'DOC' }, day)
  return age.kind === 'exact' ? age.years : age.kind === 'either' ? age.to : null
}
