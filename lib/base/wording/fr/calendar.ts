/** Wording of the calendar, the source language. */
export const fr = {
  title: 'Semaine du {on}',
  menu: 'Agenda',
  meta: 'Aucun nom ici. Une limite vient d’une règle et ne se déplace pas ; un rendez-vous se déplace.',
  'meta-office': 'Ce qui est en retard dans vos bureaux, puis les limites de la semaine.',
  before: 'Semaine précédente',
  after: 'Semaine suivante',
  now: 'Cette semaine',
  today: 'Aujourd’hui',
  counts:
    '{appointments, plural, =0 {} one {# rendez-vous} other {# rendez-vous}}{both, select, yes {, } other {}}{limits, plural, =0 {} one {# limite} other {# limites}}',
  limit: 'Limite',
  'limit-of': 'Limite : {what}',
  care: 'soins',
  'no-hour': 'Sans heure',
  more: '{count} de plus',
  late: '{count, plural, one {# reste des jours passés.} other {# restent des jours passés.}}',
  'late-open': 'Les voir',
  'late-title': 'En retard dans vos bureaux',
  download: 'Télécharger 14 jours',
  'download-note':
    'Un fichier pour votre agenda : « Rendez-vous », l’heure, rien d’autre. Il ne se met pas à jour et c’est noté au journal.',
  file: 'rendez-vous',
  summary: 'Rendez-vous',
} as const
