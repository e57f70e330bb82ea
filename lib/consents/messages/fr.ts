/** Wording of consents, the source language. */
export const fr = {
  title: 'Consentements',
  moment: '{purpose} : {status}',
  until: 'jusqu’au {on}',
  'purpose.CASE_MGMT': 'Gestion de cas',
  'purpose.REFERRAL': 'Partage avec un prestataire',
  'purpose.TRACING': 'Recherche familiale',
  'purpose.TRANSFER': 'Transfert du dossier',
  'purpose.STATS': 'Statistiques sans identité',
  'purpose.CONTACT': 'Contact par le canal sûr',
  'purpose.PHOTO_STORY': 'Photo ou témoignage',
  'purpose.RETURN': 'Autorités consulaires ou de retour',
  'new.title': 'Enregistrer un consentement',
} as const
