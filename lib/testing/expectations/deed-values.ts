/** SQL that deeds are written with; `$…` is filled in by the world. */
export const NOW = 'clock.casework_now()'
export const ME = 'access.actor_id()'
export const LATE = ["timestamptz '2014-05-01'", "timestamptz '2099-01-01'"]
export const FOREIGN_KEY = ['$otherkey', 'gen_random_uuid()']
export const ofCase = {
  id: 'gen_random_uuid()',
  case_id: '$case',
  office_id: "'MOP'",
  sensitivity: '$sensitivity',
  key_id: '$teamkey',
}
