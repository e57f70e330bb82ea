/** Wording of people, the source language. */
export const fr = {
  'withhold.FAMILY': 'Ne rien dire à sa famille.',
  'withhold.AUTHORITIES': 'Ne rien dire aux autorités.',
  'withhold.ARMED_ACTORS': 'Ne rien dire aux acteurs armés.',
  'displacementStatus.short': 'Statut',
  'originCercle.short': 'Origine',
  'cercle.short': 'Vu à',
  'languages.short': 'Langue',
  'documentStatus.short': 'Documents',
  'specificNeeds.short': 'Besoins',
  'householdSize.short': 'Ménage',
} as const
