import type { ServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'

/**
 * Why a partner is asked, in the words of the field: the need and what was done already. No name, no
 * diagnosis, no story of what happened.
 */
export const NEED_TEXTS: Readonly<Partial<Record<ServiceCode, readonly string[]>>> = {
  CP_BIA: [
    'Situation familiale à évaluer avant toute décision de placement. Premier entretien fait au bureau.',
  ],
  CP_CARE: [
    'Personne ne peut l’accueillir au-delà de cette semaine. Une famille du quartier l’héberge pour l’instant.',
    'Cherche une prise en charge stable en attendant la recherche de ses parents.',
  ],
  MHPSS_REC: [
    'Reste à l’écart depuis son arrivée. Un espace de jeu proche du domicile l’aiderait à reprendre pied.',
  ],
  MHPSS_IND: [
    'Dort mal et s’isole depuis plusieurs semaines. Deux entretiens ont été menés, un suivi régulier est souhaité.',
  ],
  MHPSS_SPEC: [
    'Les entretiens ne suffisent plus. Une consultation spécialisée est demandée, la personne est d’accord.',
  ],
  REINT_EDU: [
    'N’a pas suivi de classe depuis deux ans. La famille souhaite une inscription à la rentrée.',
    'Inscription refusée faute de dossier scolaire. Les fournitures sont déjà remises.',
  ],
  SHEL_HOST: ['Le placement actuel prend fin. Une famille d’accueil parlant sa langue est demandée.'],
  SHEL_SAFE: ['Besoin d’un hébergement sécurisé dès ce soir. Accompagnement possible par notre équipe.'],
  SHEL_RENT: [
    'Loyer impayé depuis deux mois, le bailleur accepte un échéancier. Un appui de trois mois suffirait.',
  ],
  SHEL_KIT: ['La toiture a été emportée. Le ménage dort chez des voisins.'],
  FTR_TRACE: [
    'Sans nouvelles de sa mère depuis le départ du village. Un appel à un oncle est resté sans réponse.',
    'A perdu le contact avec son frère pendant le trajet. Souhaite une recherche discrète.',
  ],
  FTR_REUN: ['La famille a été retrouvée et attend son retour. Le voyage et l’accueil restent à organiser.'],
  LEGAL_DET: ['Un proche est retenu depuis trois semaines. La famille demande une visite.'],
  FOOD_RATION: [
    'Aucune réserve depuis l’arrivée, un repas par jour. Une première ration a été remise.',
    'Ménage nombreux sans revenu. La ration de dépannage se termine cette semaine.',
  ],
  NFI_KIT: ['Arrivés sans natte, couverture ni ustensile. Logés dans une pièce prêtée.'],
  REINT_IGA: [
    'Vendait des condiments avant le départ. A trouvé une place au marché, manque le fonds de départ.',
  ],
  REINT_TRAIN: ['Souhaite apprendre la couture. Disponible trois matinées par semaine.'],
  LEGAL_COUN: ['Demande un conseil sur ses droits. Un premier entretien a eu lieu avec notre juriste.'],
  LEGAL_DOC: [
    'Acte de naissance perdu pendant la fuite. Deux témoins sont prêts à se présenter.',
    'Jugement supplétif demandé pour inscrire les enfants aux examens.',
  ],
  LEGAL_HLP: [
    'Menace d’expulsion à la fin du mois. Le bailleur accepte une médiation.',
    'Sa maison est occupée par d’autres. Dispose d’une attestation du chef de quartier.',
  ],
  LEGAL_REP: ['Convoqué à une audience sans conseil. La date est fixée dans dix jours.'],
  MED_CONS: [
    'N’a pas consulté faute de moyens. Nous prenons en charge le déplacement.',
    'Traitement interrompu depuis le départ. Carnet de santé disponible.',
  ],
  MED_HOSP: ['Adressé pour une prise en charge à l’hôpital. Transport assuré par notre équipe.'],
  MED_CMR: [
    'Prise en charge médicale urgente demandée, avec du personnel féminin. Accompagnement sur place.',
  ],
  MED_CERT: ['Un certificat est demandé pour la suite des démarches.'],
  MED_DRUG: ['Ordonnance non honorée faute de moyens.'],
}

/** What is said when the story has no sentence of its own. */
export const ANY_NEED = 'Besoin exprimé lors de l’entretien. La personne attend d’être contactée.'

export const QUESTIONS = [
  'Combien de personnes vivent au foyer, et y a-t-il un nourrisson ?',
  'Quels jours peut-on rencontrer la personne ?',
  'Un service a-t-il déjà été reçu ailleurs ?',
  'Faut-il prévoir un interprète ?',
] as const

export const ANSWERS = [
  'Cinq personnes, le plus jeune a six ans.',
  'Le matin, sauf le jour du marché.',
  'Non, aucune aide reçue jusqu’ici.',
  'Oui, elle parle peu français.',
] as const

export const OUTCOME_NOTES = [
  'Service fourni comme prévu.',
  'Reçu au centre, suivi proposé.',
  'Remis en main propre.',
] as const
