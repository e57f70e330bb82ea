/** Figures of the loop: what came of the referrals that left, for whoever counts them here and at the agency. */
export const fr = {
  menu: 'Suite des référencements',
  title: 'Suite des référencements, {month}',
  lead: 'Référencements envoyés ce mois-là, dans les dossiers que vous pouvez ouvrir. Chaque nombre ouvre ce qu’il compte.',
  'lead-im':
    'Référencements envoyés ce mois-là, tous les bureaux. Comptés d’après les événements, sans code de dossier.',
  whole: 'Tous les référencements du mois',
  by: 'Présenter par',
  'by.partner': 'Partenaire',
  'by.service': 'Service',
  'by.office': 'Bureau',
  'by.month': 'Mois',
  only: 'Seulement : {what}.',
  all: 'Tout montrer',
  none: 'Aucun référencement envoyé ce mois-là',
  'none.more': 'Choisissez un autre mois.',
  sent: 'Envoyés',
  word: 'Reçus dans le délai',
  accepted: 'Acceptés',
  declined: 'Refusés',
  silent: 'Sans réponse',
  waiting: 'Réponse attendue',
  stopped: 'Arrêtés avant réponse',
  inTime: 'Réponse à temps',
  completed: 'Service fourni',
  confirmed: 'Confirmés par la personne',
  contested: 'Non confirmés par la personne',
  notAccessed: 'Service non obtenu',
  median: 'Réponse médiane',
  p90: 'Neuf réponses sur dix',
  'short.sent': 'Envoyés',
  'short.word': 'Reçus à temps',
  'short.accepted': 'Acceptés',
  'short.declined': 'Refusés',
  'short.silent': 'Sans réponse',
  'short.inTime': 'À temps',
  'short.completed': 'Fournis',
  'short.confirmed': 'Confirmés',
  'short.contested': 'Non confirmés',
  'short.times': 'Médiane · 9 sur 10',
  times: 'Réponse médiane : {median}. Neuf réponses sur dix en moins de : {p90}.',
  'time.hours': '{count} h',
  'time.days': '{count} j',
  'time.few': 'trop peu',
  restricted: 'Dossiers restreints',
  'restricted.more':
    'Des dossiers restreints, seuls l’envoi et la réponse sont comptés : ni le service, ni le partenaire, ni la suite.',
  reasons: 'Pourquoi les partenaires ont refusé',
  reason: 'Motif',
  referral: 'Référencement',
  stands: 'État aujourd’hui',
  back: 'Revenir aux chiffres',
  pages: 'Pages',
  shown: '{from} à {to}',
  next: 'Suivants',
  'means.sent':
    'Tout référencement parti ce mois-là, du bureau d’où il est parti. Un envoi compte une fois, jamais comme une personne.',
  'means.word':
    'Première parole du partenaire (accusé, question, oui ou non) avant la limite de réception en vigueur le jour de l’envoi.',
  'means.accepted':
    'Le partenaire a dit oui, dans Relais ou par téléphone noté par l’équipe, quoi qu’il soit arrivé ensuite.',
  'means.declined': 'Le partenaire a dit non, avec un motif.',
  'means.silent': 'Ni oui ni non, et la limite de décision est passée, aussi si l’équipe a arrêté ensuite.',
  'means.waiting':
    'Ni oui ni non, et la limite n’est pas passée, ou une question attend la réponse de l’équipe.',
  'means.stopped': 'Annulé par l’équipe ou accord retiré avant toute réponse, dans le délai.',
  'means.inTime':
    'Oui ou non avant la limite de décision. Le temps où une question attendait la réponse de l’équipe s’ajoute à la limite.',
  'means.completed': 'Le partenaire a déclaré le service fourni.',
  'means.confirmed': 'La personne dit l’avoir reçu, en tout ou en partie, et rien ne l’a changé depuis.',
  'means.contested': 'La personne a dit, au moins une fois, ne pas l’avoir reçu.',
  'means.notAccessed': 'La personne n’a pas pu accéder au service, au moins une fois.',
  'means.median':
    'La moitié des réponses ont pris moins que ce temps, de l’envoi au oui ou au non, sans le temps où l’équipe devait répondre. Rien n’est dit sous cinq réponses.',
  'means.p90': 'Neuf réponses sur dix ont pris moins que ce temps. Rien n’est dit sous cinq réponses.',
  means:
    'Envoyés = acceptés + refusés + sans réponse + réponse attendue + arrêtés. Les chiffres d’un mois bougent tant que des réponses arrivent.',

  'own.title': 'Nos chiffres, {month}',
  'own.menu': 'Nos chiffres du mois',
  'own.lead':
    'Ce que votre base a reçu ce mois-là et ce qu’il en est advenu, tel que les équipes le comptent.',
  'own.none': 'Rien n’a été envoyé à votre base ce mois-là',
  'own.sent': 'Reçus',
  'own.means.sent':
    'Tout référencement envoyé à votre base ce mois-là. Un envoi compte une fois, jamais comme une personne.',
  'own.means.confirmed': 'La personne dit l’avoir reçu, en tout ou en partie.',
  'own.means.contested': 'La personne dit ne pas l’avoir reçu, et vous n’avez pas encore répondu.',
  'own.means.notAccessed':
    'La personne n’a pas pu accéder au service, et aucun nouveau rendez-vous n’est pris.',
  'own.few': '« – » : trop peu de personnes ; ce qu’elles ont dit n’est pas compté ici.',
  'own.reasons': 'Pourquoi nous avons refusé',
  'people.title': 'Ce que disent les personnes',
  'people.received':
    '{share, select, NEARLY_ALL {Presque toutes} MOST {La plupart} HALF {Environ la moitié} SOME {Moins de la moitié} other {Très peu}} disent avoir reçu le service, en tout ou en partie.',
  'people.satisfied':
    '{share, select, NEARLY_ALL {Presque toutes} MOST {La plupart} HALF {Environ la moitié} SOME {Moins de la moitié} other {Très peu}} en sont satisfaites, en tout ou en partie.',
  'people.means':
    'Au moins {least} personnes interrogées, sur les douze mois finis le {day}. Chaque personne compte une fois ; ni nombre ni parole n’est montré, pour que personne ne soit reconnu.',
  'people.few':
    'Trop peu de personnes ont été interrogées pour en dire quelque chose sans qu’on puisse les reconnaître.',
}
