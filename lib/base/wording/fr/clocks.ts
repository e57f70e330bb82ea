const done =
  '{kind, select, acknowledge {Reçu} approve {Validé} returned {Renvoyé} decide {Répondu} reply {Répondu} explain {Répondu} verify {Demandé} triage {Triée} review {Relu} feedback {Fourni} not_obtained {Non obtenu, su} other {Fait}} en'

/** A duration named `name`; the values come from `spell(name, …)`. */
const time = (name: string) =>
  `{${name}Shape, select, w {{${name}D, plural, one {# jour ouvré} other {# jours ouvrés}}} d {{${name}D} j} dh {{${name}D} j {${name}H} h} h {{${name}H} h} hm {{${name}H} h {${name}M}} m {{${name}M} min} other {moins d’une minute}}`

const event =
  '{verb, select, submit {Soumis} approve {Validé} send {Envoyé} send_emergency {Envoyé en extrême urgence} review {Relu} acknowledge {Reçu} ask {Précision demandée} answer {Précision donnée} accept {Accepté} decline {Refusé} begin {Service commencé} complete {Service fourni} report_not_accessed {Service non obtenu} verify {Vérifié avec la personne} contest {Non confirmé par la personne} correct {Corrigé par règle} rebook {Nouvelle date} close_unserved {Clos sans service} cancel {Annulé} withdraw_consent {Consentement retiré} return {Renvoyé} undo {Validation annulée} rebase {Délai revu} raise {Alerte donnée} open_case {Dossier ouvert} link {Rattachée à un dossier} no_action {Pas de dossier ouvert} open {Ouvert} reopen {Rouvert} act {Première action} assess {Évaluation faite} agree_plan {Plan convenu} follow_up {Suivi fait} supervise {Revue faite} hand_over {Passé à un collègue} rate_risk {Risque revu} hold {Mis en attente} resume {Repris} close {Clos} transfer {Transféré} other {Changement}}'

export const fr = {
  left: `Reste ${time('left')}`,
  late: `En retard de ${time('late')}`,
  /** A limit by itself. */
  limit: time('limit'),
  since: `Depuis ${time('since')}`,
  paused: `En pause depuis ${time('since')}`,
  met: `${done} ${time('used')}, limite ${time('limit')}`,
  'met-late': `${done} ${time('used')}, hors délai, limite ${time('limit')}`,
  stopped: `Arrêté après ${time('used')}, limite ${time('limit')}`,
  name: '{kind, select, review {Relecture} reply {Notre réponse} follow_on {Suite pour la personne} explain {Réponse sur le service non confirmé} approve {Validation} acknowledge {Accusé de réception} decide {Décision} feedback {Service} verify {Vérification avec la personne} triage {Tri} first_action {Première action} assess {Évaluation} plan {Plan d’action} follow_up {Suivi} supervise {Revue par la supervision} other {Échéance}}',
  'holidays-unknown': 'Jours fériés de {year} non saisis : délai en jours ouvrés incertain',
  'step.started': `${event} : le délai commence, limite ${time('limit')}`,
  'step.received': `${event} : le délai du suivant commence, limite ${time('limit')}`,
  'step.paused': `${event} : le délai s’arrête`,
  'step.resumed': `${event} : le délai repart`,
  'step.met': `${event} : c’est fait, le délai s’arrête`,
  'step.ended': `${event} : plus rien à attendre`,
  'step.handed-over': `${event} : le délai de l’expéditeur s’arrête`,
  'step.reopened': `${event} : le délai continue comme avant`,
  'step.rebased': `${event} : nouvelle limite ${time('limit')}, le temps passé reste compté`,
} as const
