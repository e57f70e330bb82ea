const done =
  '{kind, select, acknowledge {Reçu} approve {Validé} decide {Répondu} verify {Vérifié} triage {Trié} review {Relu} other {Fait}} en'

/** A duration named `name`; the values come from `spell(name, …)`. */
const time = (name: string) =>
  `{${name}Shape, select, w {{${name}D, plural, one {# jour ouvré} other {# jours ouvrés}}} d {{${name}D} j} dh {{${name}D} j {${name}H} h} h {{${name}H} h} hm {{${name}H} h {${name}M}} m {{${name}M} min} other {moins d’une minute}}`

const event =
  '{verb, select, submit {Soumis} approve {Validé} send {Envoyé} send_emergency {Envoyé en extrême urgence} review {Relu} acknowledge {Reçu} ask {Précision demandée} answer {Précision donnée} accept {Accepté} decline {Refusé} begin {Service commencé} complete {Service fourni} report_not_accessed {Service non obtenu} verify {Vérifié avec la personne} cancel {Annulé} withdraw_consent {Consentement retiré} return {Renvoyé} undo {Validation reprise} rebase {Délai revu} raise {Signalé} open_case {Dossier ouvert} link {Rattaché à un dossier} no_action {Classé sans suite} open {Ouvert} reopen {Rouvert} act {Première action} assess {Évaluation faite} agree_plan {Plan convenu} follow_up {Suivi fait} supervise {Revue faite} hand_over {Passé à un collègue} rate_risk {Risque revu} hold {Mis en attente} resume {Repris} close {Clos} transfer {Transféré} other {Changement}}'

export const fr = {
  left: `Reste ${time('left')}`,
  late: `En retard de ${time('late')}`,
  since: `Depuis ${time('since')}`,
  paused: `En pause depuis ${time('since')}`,
  met: `${done} ${time('used')}, limite ${time('limit')}`,
  'met-late': `${done} ${time('used')}, hors délai, limite ${time('limit')}`,
  stopped: `Arrêté après ${time('used')}, limite ${time('limit')}`,
  name: '{kind, select, review {Relecture} approve {Validation} acknowledge {Accusé de réception} decide {Décision} feedback {Service} verify {Vérification avec la personne} triage {Tri} first_action {Première action} assess {Évaluation} plan {Plan d’action} follow_up {Suivi} supervise {Revue par le superviseur} other {Échéance}}',
  'step.started': `${event} : l’horloge démarre, limite ${time('limit')}`,
  'step.received': `${event} : l’horloge du suivant démarre, limite ${time('limit')}`,
  'step.paused': `${event} : l’horloge s’arrête`,
  'step.resumed': `${event} : l’horloge repart`,
  'step.met': `${event} : c’est fait, l’horloge s’arrête`,
  'step.ended': `${event} : plus rien à attendre`,
  'step.handed-over': `${event} : l’horloge de l’expéditeur s’arrête`,
  'step.reopened': `${event} : l’horloge continue comme avant`,
  'step.rebased': `${event} : nouvelle limite ${time('limit')}, le temps passé reste compté`,
} as const
