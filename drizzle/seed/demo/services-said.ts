import type { DirectoryEntry, OfficeId, PartnerCode } from './records'

/** What an entry of the demonstration says: for whom, when, at what price, in which languages. PURE. */
type Said = Pick<DirectoryEntry, 'eligibility' | 'hours' | 'price' | 'languages' | 'womenOnStaff'>

const FOR_WHOM: Readonly<Record<string, string>> = {
  CP_BIA: 'Enfants de moins de 18 ans, seuls ou séparés',
  CP_CARE: 'Enfants de moins de 18 ans sans adulte pour eux',
  MHPSS_REC: 'Enfants de 5 à 17 ans, filles et garçons',
  MHPSS_IND: 'Tout âge ; un adulte accompagne les moins de 12 ans',
  MHPSS_SPEC: 'Sur orientation d’un médecin ou d’un psychologue',
  REINT_EDU: 'Enfants de 6 à 14 ans, tous statuts, sans dossier scolaire',
  REINT_IGA: 'Adultes rentrés depuis moins d’un an',
  REINT_TRAIN: 'De 15 à 35 ans, sans diplôme demandé',
  SHEL_HOST: 'Enfants seuls ; femmes avec des enfants de moins de 5 ans',
  SHEL_RENT: 'Ménages menacés d’expulsion, trois mois au plus',
  SHEL_KIT: 'Ménages déplacés depuis moins de trois mois',
  SHEL_SAFE: 'Femmes et filles en danger, avec leurs enfants',
  FOOD_RATION: 'Ménages sans autre aide alimentaire ce mois-ci',
  NFI_KIT: 'Ménages déplacés ou rentrés, une fois par ménage',
  MED_CMR: 'Femmes, hommes et enfants ; au mieux dans les 72 heures',
  MED_CERT: 'Tout âge, le jour de la consultation',
  FTR_TRACE: 'Toute personne sans nouvelles d’un proche',
  FTR_REUN: 'Enfants dont un parent est retrouvé',
  LEGAL_DET: 'Personnes détenues et leur famille',
  LEGAL_DOC: 'Tout âge ; deux témoins pour un jugement supplétif',
}
const ANYBODY = 'Toute personne, quel que soit son statut'

const AROUND: Readonly<Record<OfficeId, readonly string[]>> = {
  BKO: ['bam', 'fra'],
  MOP: ['ffm', 'bam', 'fra'],
  TBT: ['khq', 'taq', 'fra'],
  GAO: ['ses', 'taq', 'fra'],
}

const NIGHT_AND_DAY = ['MED_HOSP', 'MED_CMR', 'SHEL_SAFE']
const CARE: readonly PartnerCode[] = ['CSCOM', 'CSREF']

const priceOf = (partner: PartnerCode, service: string): string => {
  if (service === 'MED_CMR') return 'Gratuit'
  if (service === 'MED_CERT') return '2 000 F, gratuit pour qui est référé'
  if (CARE.includes(partner)) return '1 000 F la consultation, médicaments à part'
  return service.startsWith('REINT') ? 'Gratuit, transport remboursé' : 'Gratuit'
}

export const saidOf = (partner: PartnerCode, service: string, office: OfficeId): Said => ({
  eligibility: FOR_WHOM[service] ?? ANYBODY,
  hours: NIGHT_AND_DAY.includes(service) ? 'Tous les jours, jour et nuit' : 'Lundi à vendredi, 8 h à 15 h',
  price: priceOf(partner, service),
  languages: [...AROUND[office]],
  // A health post of a village may have a man alone; nobody has said so of the others.
  womenOnStaff: partner === 'CSCOM' ? null : service !== 'LEGAL_DET',
})
