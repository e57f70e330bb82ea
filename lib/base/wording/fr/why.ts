/** Why a due date is what it is: the limit, the rule, from when. One sentence a kind. */
export const fr = {
  'case.unrated':
    '{limit} depuis {from} : le risque n’est pas encore noté, le délai est donc celui du plus élevé.',
  'case.first-action': '{limit} depuis {from}, parce que le risque est {risk}.',
  'case.first-action-alert': '{limit} depuis {from}, parce que l’alerte était {urgency}.',
  'case.follow-up':
    '{limit} depuis le {from}, parce que le risque est {risk} ; jusqu’à la fin de la journée.',
  'case.moved':
    'Délai de {limit}, parce que le risque est {risk} ; le temps où le dossier attendait ne compte pas.',
  'since.alert': 'l’alerte du {at}',
  'since.opening': 'l’ouverture du dossier, {at}',
  'referral.plain': '{limit} depuis {since}, parce que ce référencement est {urgency}.',
  'referral.at': '{limit} depuis {since}, {at}, parce que ce référencement est {urgency}.',
  'since.review': 'l’envoi sans validation',
  'since.approve': 'la demande de validation',
  'since.acknowledge': 'l’envoi',
  'since.reply': 'la question du partenaire',
  'since.decide': 'l’envoi',
  'since.feedback': 'l’acceptation',
  'since.follow-on': 'que le service n’a pas été obtenu',
  'since.explain': 'que la personne ne le confirme pas',
  'since.verify': 'que le service est dit fourni',
  'priority.EMERGENCY': 'en extrême urgence',
  'priority.URGENT': 'urgent',
  'priority.NORMAL': 'non urgent',
  'risk.HIGH': 'élevé',
  'risk.MEDIUM': 'moyen',
  'risk.LOW': 'faible',
  'urgency.EMERGENCY': 'en danger immédiat',
  'urgency.URGENT': 'urgente',
  'urgency.NORMAL': 'non urgente',
  'task.fixed': 'Date fixée à l’ouverture de cette tâche, {at}.',
  'task.TELL_PERSON':
    'Au plus {limit} après l’accord du partenaire, {at} ; plus tôt quand le rendez-vous l’est.',
  'task.NOT_CONFIRMED': '{limit} depuis la réponse de la personne, {at} : le délai d’une suite à choisir.',
  'task.NEXT_STEP': '{limit} depuis que le service est refusé ou non obtenu, {at} : le délai de cette suite.',
  'task.RENEW_CONSENT':
    'Un accord se renouvelle dans les {limit} avant sa fin ; la tâche est due au milieu de ce temps.',
  'task.FIND_BASIS': '{limit} depuis le non, {at} : rien ne repose plus sur cette réponse.',
  'task.RATE_AGAIN': '{limit} depuis que la supervision a rendu la note, {at}.',
  'task.PROMISED': '{limit} depuis la promesse faite à la personne, {at}.',
  'task.CARE_PEP': '{limit} depuis les faits, {at} ; ensuite, la prévention du VIH n’aide plus.',
  'task.CARE_EC': '{limit} depuis les faits, {at} ; ensuite, la contraception d’urgence n’aide plus.',
  'task.CARE_PEP-OPENED':
    '{limit} depuis l’ouverture du dossier, {at}, l’heure des faits n’étant pas connue ; ensuite, la prévention du VIH n’aide plus.',
  'task.CARE_EC-OPENED':
    '{limit} depuis l’ouverture du dossier, {at}, l’heure des faits n’étant pas connue ; ensuite, la contraception d’urgence n’aide plus.',
  'task.CARE_INJURY': '{limit} depuis la note du risque, {at} : blessure ou maladie qui ne peut attendre.',
  'task.SEE_PERSON':
    '{limit} depuis la note du risque, {at} : c’est la première action que demande la règle.',
  'task.REVIEW_HOLD': 'Jour choisi à la mise en attente ; pour ce motif, {limit} au plus.',
  'task.CLOSURE_RETURNED': '{limit} depuis que la clôture est revenue, {at}.',
  'task.LATE_ANSWER': '{limit} depuis la réponse du partenaire, {at}, arrivée après la clôture.',
  'task.HARM': '{limit} depuis le signalement, {at} : le délai de ce genre de préjudice.',
  'task.CONFIRM_BEST_INTERESTS':
    '{limit} depuis la réponse notée, {at} ; rien ne part avant la confirmation.',
  'task.CONFIRM_VITAL': '{limit} depuis la réponse notée, {at} : un danger vital se confirme à deux.',
  'task.REVIEW_CONSENT': '{limit} depuis qu’une réponse ne porte plus, {at}.',
  'task.SEE_LOWER_RISK': '{limit} depuis la note, {at}, parce qu’elle est plus basse que proposé.',
  'task.SEE_LOWER_RISK-CARE':
    '{limit} depuis la note, {at}, parce qu’elle est plus basse que proposé et qu’un soin ne peut attendre.',
  'task.SEE_HOLD': '{limit} depuis la mise en attente, {at}, parce que le risque est élevé.',
  'task.SEE_DANGER': '{limit} depuis que le danger est signalé, {at}.',
  'task.CALLED_ANYWAY': '{limit} depuis l’appel décidé malgré la consigne, {at}.',
  'task.COMPARE_PEOPLE': '{limit} depuis qu’une ressemblance est vue, {at}.',
} as const
