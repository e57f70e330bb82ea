/** Why a due date is what it is: the limit, the rule, from when. One sentence a kind. */
export const fr = {
  'case.unrated':
    '{limit} depuis {from} : le risque n’est pas encore noté, le délai est donc celui d’un risque élevé.',
  'case.first-action': '{limit} depuis {from}, parce que le risque est {risk}.',
  'case.first-action-alert': '{limit} depuis {from}, parce que l’alerte était {urgency}.',
  'case.follow-up': '{limit} depuis {from}, parce que le risque est {risk} ; jusqu’à la fin de la journée.',
  'case.chosen': 'Jour convenu avec la personne au suivi du {at}.',
  'case.put-off': 'Jour convenu au suivi du {at}, plus tard que le rythme du risque : {why}.',
  'case.moved':
    'Délai de {limit}, parce que le risque est {risk} ; le temps où le dossier attendait ne compte pas.',
  'since.contact': 'le dernier contact, {at}',
  'since.alert': 'l’alerte du {at}',
  'since.reopening': 'la réouverture du dossier, {at}',
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
  'task.SEE_PERSON-RULE': '{limit} depuis la note du risque, {at}. Règle : {because}',
  'task.REVIEW_HOLD': 'Jour choisi à la mise en attente ; pour ce motif, {limit} au plus.',
  'task.CLOSURE_RETURNED': '{limit} depuis que la clôture est revenue, {at} ; jusqu’à la fin de la journée.',
  'task.REVIEW_CASE':
    '{limit} depuis l’ouverture ou la dernière revue, {at} : le rythme du risque, jusqu’à la fin de la journée.',
  'task.KEEP_APPOINTMENT':
    'Jour du rendez-vous, noté le {at} ; dites ce qu’il en est avant la fin de la journée.',
  'task.SEE_LATER_CONTACT': '{limit} depuis que le prochain contact est repoussé, {at}.',
  'task.LATE_ANSWER': '{limit} depuis la réponse du partenaire, {at}, arrivée après la clôture.',
  'task.HARM': '{limit} depuis le signalement, {at} : le délai de ce genre de préjudice.',
  'task.CONFIRM_BEST_INTERESTS':
    '{limit} depuis la réponse notée, {at} ; rien ne part avant la confirmation.',
  'task.CONFIRM_VITAL': '{limit} depuis la réponse notée, {at} : un danger vital se confirme à deux.',
  'task.REVIEW_CONSENT': '{limit} depuis qu’une réponse ne porte plus, {at}.',
  'task.SEE_LOWER_RISK': '{limit} depuis la note, {at}, parce qu’elle est plus basse que proposé.',
  'task.SEE_LOWER_RISK-OPEN':
    '{limit} depuis la note, {at}, parce que la restriction proposée n’est pas faite.',
  'task.SEE_LOWER_RISK-OPEN-CARE':
    '{limit} depuis la note, {at}, parce que la restriction proposée n’est pas faite et qu’un soin ne peut attendre.',
  'task.SEE_LOWER_RISK-CARE':
    '{limit} depuis la note, {at}, parce qu’elle est plus basse que proposé et qu’un soin ne peut attendre.',
  'task.TRANSFER_WAITS': '{limit} depuis la proposition de transfert, {at}.',
  'task.TRANSFER_REFUSED': '{limit} depuis le refus du transfert, {at}.',
  'task.SEE_TRANSFER_REFUSED': '{limit} depuis le refus du transfert, {at}.',
  'task.RETURN_STEP':
    '{limit} depuis que cette étape est demandée, {at} ; la page Retour dit comment son jour se compte.',
  'task.GRANT_RETURNED': '{limit} depuis le renvoi de la dotation, {at}.',
  'task.GRANT_DELIVER': '{limit} depuis que cette remise est demandée, {at}, compté depuis l’accord.',
  'task.GRANT_VISIT':
    '{limit} depuis que cette visite est demandée, {at} : la fin de sa fenêtre, comptée depuis la première remise.',
  'task.VISIT_FOLLOW': '{limit} depuis la visite notée, {at}.',
  'task.GRANT': '{limit} depuis que l’accord est demandé, {at}.',
  'task.TELL_AGENCY': '{limit} depuis que la personne a retiré son accord, {at}.',
  'task.TELL_NEW_TEAM': '{limit} depuis que le dossier a changé d’équipe, {at}.',
  'task.HAND_OUT': '{limit} depuis le oui de l’organisation, {at}.',
  'task.SEE_HOLD': '{limit} depuis la mise en attente, {at}, parce que le risque est élevé.',
  'task.SEE_DANGER': '{limit} depuis que le danger est signalé, {at}.',
  'task.CALLED_ANYWAY': '{limit} depuis l’appel décidé malgré la consigne, {at}.',
  'task.COMPARE_PEOPLE': '{limit} depuis que la question est posée, {at}.',
} as const
