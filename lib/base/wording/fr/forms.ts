/** Words every form shares. */
export const fr = {
  problem: 'Il y a un problème',
  'nothing-lost':
    'Rien n’a été perdu. Corrigez {count, plural, one {cette réponse} other {ces # réponses}}, puis envoyez.',
  'nothing-lost-stale': 'Votre saisie est gardée. Relisez la version actuelle, puis envoyez de nouveau.',
  'already-saved':
    'Ce formulaire a déjà été enregistré à {time}. Le texte différent est gardé ici : vous pouvez l’envoyer comme un nouvel enregistrement.',
  'kept-after-expiry':
    'Votre session avait expiré. Tout ce que vous aviez saisi est là : relisez et envoyez.',
  stale: 'Quelqu’un a modifié ces données pendant votre saisie',
  optional: 'facultatif',
  error: 'Erreur',
  required: 'Répondez à cette question',
  'too-long': 'C’est trop long',
  'too-long-by':
    '{over, plural, one {# signe de trop} other {# signes de trop}} : {most, number} au plus. Rien n’a été coupé.',
  'not-a-code': 'Choisissez une réponse de la liste',
  'not-a-day': 'Écrivez une date comme 30/6/2014',
  'out-of-range': 'Ce nombre n’est pas possible ici',
  'in-future': 'Cette date est dans le futur',
  'too-early': 'Cette date est trop ancienne',
  'text-phone':
    'Votre texte contient un numéro de téléphone. Enlevez-le : il part par les informations cochées, jamais dans un texte.',
  'text-label':
    'Votre texte nomme une violence, un groupe armé ou la traite. Dites le besoin, sans la cause.',
  'invisible-only': 'Ce texte ne contient aucun caractère visible',
  'control-characters':
    'Ce texte contient un retour à la ligne ou un caractère qui ne se voit pas. Retapez-le.',
  'direction-marks': 'Ce texte contient des signes invisibles qui changent le sens de lecture. Retapez-le.',
  'too-late': 'Cette date est trop lointaine',
  'age-disagrees': 'L’âge et la date de naissance ne vont pas ensemble. Corrigez l’un des deux.',
  unusual: 'Ce nombre est inhabituel. Vérifiez-le.',
  'unknown-field': 'Cette question n’existe pas dans ce formulaire',
  choose: 'Choisir…',
  save: 'Enregistrer',
  continue: 'Continuer',
  back: 'Retour',
  cancel: 'Annuler',
  none: 'Aucun',
  change: 'Modifier',
} as const
