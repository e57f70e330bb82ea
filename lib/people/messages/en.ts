import type { fr } from './fr'

export const en: Record<keyof typeof fr, string> = {
  'withhold.FAMILY': 'Tell the family nothing.',
  'withhold.AUTHORITIES': 'Tell the authorities nothing.',
  'withhold.ARMED_ACTORS': 'Tell armed actors nothing.',
  'displacementStatus.short': 'Status',
  'originCercle.short': 'Origin',
  'cercle.short': 'Seen in',
  'languages.short': 'Language',
  'documentStatus.short': 'Documents',
  'specificNeeds.short': 'Needs',
  'householdSize.short': 'Household',
}
