import { at, type Places } from './places'

/** Where what is asked about an entry of the directory is kept. PURE. */
const table = 'app.directory_entries'
const answer: Places = {
  ...at('capacity', `${table}.state`),
  ...at('places', `${table}.places`),
  ...at('waitDays', `${table}.wait_days`),
  ...at('pausedUntil', `${table}.paused_until`),
}
const facts: Places = {
  ...at('eligibility', `${table}.eligibility`),
  ...at('cercles', `${table}.cercles`),
  ...at('place', `${table}.place`),
  ...at('mail', `${table}.mail`),
  ...at('hours', `${table}.hours`),
  ...at('price', `${table}.price`),
  ...at('languages', `${table}.languages`),
  ...at('moreLanguage', 'name'),
  ...at('women', `${table}.women_on_staff`),
  ...at('note', `${table}.note`),
}

/** The fingerprint is compared and not kept. */
const key: Places = { ...at('recipient', `${table}.recipient`), ...at('fingerprint', 'judged') }

export const keptOfServices: Record<string, Places> = {
  'directory.renew': answer,
  'directory.renew-own': answer,
  'directory.edit': facts,
  'directory.edit-own': facts,
  'directory.keep-key': key,
  'directory.keep-own-key': key,
  'directory.add': {
    ...at('office', `${table}.office_id`),
    ...at('partner', `${table}.partner_code`),
    ...at('service', `${table}.service`),
    ...answer,
    ...facts,
  },
}
