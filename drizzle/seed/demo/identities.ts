import type { HouseholdMember, Person, SafeContact } from './records'

/**
 * What the twelve coded cases do not say: invented names, relatives, how to reach the person, who works on
 * the case, and what the team wrote down. No name stands for anybody.
 */
export type Identity = Pick<Person, 'given' | 'family'> & {
  alias?: string
  birthDate?: string
  originCercle?: string
  village: string
  phone?: string
  motherName: string
  contact: SafeContact['detail']
  relatives?: readonly (readonly [
    given: string,
    family: string,
    sex: 'F' | 'M',
    born: number,
    role: HouseholdMember['role'],
  ])[]
  lead: string
  member?: string
  named?: string
  /** Notes: the day, the text, and `own` when sealed for the lead's discipline. */
  notes: readonly (readonly [day: string, text: string, own?: 'own'])[]
}

export const IDENTITIES: Readonly<Record<string, Identity>> = {
  'MLP-7KQ2-D8XN': {
    given: 'Issa',
    family: 'Yattara',
    originCercle: 'ML0702',
    village: 'Sans-Fil',
    motherName: 'Zeïnabou Touré',
    contact: 'Chez la famille d’accueil, en présence de la marraine',
    lead: 'Drissa Konaté',
    notes: [
      [
        '2014-04-22',
        'Visite à la famille d’accueil : mange bien, dort mieux, demande chaque jour des nouvelles.',
      ],
      ['2014-06-17', 'Deuxième visite après le retour chez sa mère. En sécurité, de nouveau à l’école.'],
    ],
  },
  'MLP-3XB9-4TNY': {
    given: 'Nana',
    family: 'Cissé',
    birthDate: '1979-11-02',
    originCercle: 'ML0605',
    village: 'Médina',
    phone: '+223 00 61 14 07',
    motherName: 'Maïmouna Haïdara',
    contact: 'Son propre téléphone, en journée',
    relatives: [
      ['Mahamane', 'Arby', 'M', 1999, 'CHILD'],
      ['Hawa', 'Arby', 'F', 2002, 'CHILD'],
      ['Zakaria', 'Arby', 'M', 2005, 'CHILD'],
      ['Assan', 'Arby', 'F', 2008, 'CHILD'],
    ],
    lead: 'Salimata Koné',
    member: 'Drissa Konaté',
    notes: [
      ['2014-05-06', 'Médiation aboutie : trois mois de plus dans le logement.'],
      ['2014-06-24', 'Cherche un autre appui en vivres ; le stock de Bamako reste épuisé.'],
      ['2014-06-10', 'Cinquième séance. Sommeil et appétit en progrès, moins de réveils la nuit.', 'own'],
    ],
  },
  'MLP-9HV4-R1CE': {
    given: 'Assalama',
    family: 'Walet Akly',
    originCercle: 'ML0802',
    village: 'Château',
    motherName: 'Tata Walet Mossa',
    contact: 'Par la sage-femme du centre, jour de consultation seulement',
    lead: 'Ibrahim Ag Moussa',
    named: 'Mariam Keïta',
    notes: [
      [
        '2014-05-21',
        'Accompagnée au centre le jour même. Ne veut ni plainte ni que sa famille soit informée.',
      ],
      ['2014-06-18', 'Quatrième séance. Le plan de sécurité tient ; elle choisit le rythme.', 'own'],
    ],
  },
  'MLP-5DN8-W6EK': {
    given: 'Alassane',
    family: 'Arby',
    originCercle: 'ML0901',
    village: 'Sahara',
    phone: '+223 00 73 20 18',
    motherName: 'Fadimata Touré',
    contact: 'Téléphone du voisin de la boutique',
    relatives: [
      ['Zakaria', 'Arby', 'M', 2003, 'OTHER_REL'],
      ['Fadimata', 'Arby', 'F', 2006, 'OTHER_REL'],
    ],
    lead: 'Assan Touré',
    notes: [['2014-05-12', 'Tricycle remis. Le comité de quartier apporte l’eau deux fois par jour.']],
  },
  'MLP-2WM6-M3A3': {
    given: 'Hama',
    family: 'Barry',
    originCercle: 'ML0701',
    village: 'Quartier 2',
    motherName: 'Coumba Diallo',
    contact: 'Au centre d’accueil, avec l’éducateur',
    lead: 'Bréhima Ouologuem',
    named: 'Safiatou Dembélé',
    notes: [
      [
        '2014-05-20',
        'Responsabilité reprise par l’organisation d’accueil, résumé de passation remis en main propre.',
      ],
      ['2014-05-02', 'Démarche close auprès du parquet ; copie gardée au coffre.', 'own'],
    ],
  },
  'MLP-8TR3-ZJ9Z': {
    given: 'Saïkou',
    family: 'Diaby',
    village: 'Château',
    phone: '+223 00 65 08 91',
    motherName: 'Binta Barry',
    contact: 'Après 18 heures',
    lead: 'Fatoumata Maïga',
    notes: [['2014-05-24', 'Appel depuis chez lui : bien arrivé, famille retrouvée.']],
  },
  'MLP-6JC5-H0VY': {
    given: 'Fanta',
    family: 'Bamba',
    village: 'Hamdallaye',
    motherName: 'Affoué Kouassi',
    contact: 'Par l’éducatrice du lieu d’accueil ; jamais chez l’ancienne patronne',
    lead: 'Ramata Traoré',
    member: 'Bintou Samaké',
    named: 'Safiatou Dembélé',
    notes: [
      ['2014-06-20', 'Toujours sans réponse pour les activités. Relance par téléphone, occupé.'],
      ['2014-06-12', 'Lettre prête pour récupérer les papiers ; attendre son accord avant l’envoi.', 'own'],
    ],
  },
  'MLP-4FZ7-B5SH': {
    given: 'Rhissa',
    family: 'Ag Hamma',
    originCercle: 'ML0802',
    village: 'Quartier 8',
    phone: '+223 00 79 33 52',
    motherName: 'Lalla Walet Bilal',
    contact: 'Message court, sans nom d’organisation',
    relatives: [
      ['Bilal', 'Ag Rhissa', 'M', 2003, 'CHILD'],
      ['Tata', 'Walet Rhissa', 'F', 2007, 'CHILD'],
    ],
    lead: 'Ibrahim Ag Moussa',
    member: 'Fatoumata Maïga',
    notes: [
      ['2014-06-11', 'Son épouse a appelé. Il arrête la recherche ; le reste du plan continue.'],
      ['2014-06-23', 'Plan de sécurité relu ensemble. Accepte le rendez-vous de mercredi.', 'own'],
    ],
  },
  'MLP-1PY8-Y2G7': {
    given: 'Raïchatou',
    family: 'Walet Idrissa',
    birthDate: '1972-08-14',
    village: 'Quartier 4',
    motherName: 'Zahra Walet Sidi',
    contact: 'Par la directrice de l’école',
    relatives: [
      ['Mossa', 'Ag Attaher', 'M', 1999, 'CHILD'],
      ['Zahra', 'Walet Attaher', 'F', 2001, 'CHILD'],
      ['Lalla', 'Walet Attaher', 'F', 2002, 'CHILD'],
    ],
    lead: 'Zeïnabou Kounta',
    notes: [['2014-06-17', 'Les trois enfants ont composé. Elle ne demande rien d’autre.']],
  },
  'MLP-0GS2-N7K0': {
    given: 'Coumba',
    family: 'Sow',
    originCercle: 'ML0601',
    village: 'Toguel',
    motherName: 'Penda Bah',
    contact: 'Au centre de santé, jour de consultation ; jamais à domicile',
    lead: 'Maïmouna Guindo',
    named: 'Yacouba Samaké',
    notes: [
      ['2014-06-13', 'Troisième rendez-vous manqué au centre. Aucun autre moyen sûr de la joindre.'],
      ['2014-06-26', 'Clôture demandée pour perte de contact ; la porte reste ouverte.'],
    ],
  },
  'MLP-8NA1-P4FZ': {
    given: 'Assitan',
    family: 'Sanogo',
    birthDate: '1981-01-19',
    village: 'Médina',
    phone: '+223 00 66 41 25',
    motherName: 'Bintou Koné',
    contact: 'Son propre téléphone',
    lead: 'Bintou Samaké',
    notes: [
      ['2014-06-25', 'Première visite de suivi : les premiers lots sont vendus. Ne souhaite pas de photo.'],
    ],
  },
  'MLP-5VE6-T1Q6': {
    given: 'Alassane',
    family: 'Maïga',
    alias: 'Lassana Mayga',
    originCercle: 'ML0802',
    village: 'Quartier 4',
    motherName: 'Hawa Dicko',
    contact: 'N’appelez pas, n’écrivez pas : il revient au centre le mercredi matin',
    relatives: [
      ['Issa', 'Maïga', 'M', 2004, 'CHILD'],
      ['Hawa', 'Maïga', 'F', 2007, 'CHILD'],
    ],
    lead: 'Fatoumata Maïga',
    member: 'Ibrahim Ag Moussa',
    notes: [
      [
        '2014-05-22',
        'Deux enregistrements, Gao et Ansongo, sous deux graphies du même nom : réunis, il compte une seule fois.',
      ],
      ['2014-06-25', 'Glycémie stable selon le carnet. Il dort chez un parent et préfère rester discret.'],
    ],
  },
}
