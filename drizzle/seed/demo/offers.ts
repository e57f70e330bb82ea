import { EXPIRY_DAYS } from '@/lib/casework/consents/rule-book'
import { answerOf, isMinor, judged } from './answers'
import { dayOf, plusDays, plusMinutes } from './moments'
import { idOf, random } from './random'
import type { CaseFile, Consent, Id, OfficeId, PartnerCode } from './records'
import type { Offer } from './small-records'
import { approverFor, users } from './staff'

type Row = Pick<Offer, 'at' | 'reason' | 'words' | 'yes'> & {
  lead: string
  concern: string
  to: OfficeId | PartnerCode
}

/** One case on its way to another office; of each discipline one that an agency is asked about; one that an agency takes. */
const OFFERED: readonly Row[] = [
  {
    lead: 'Maïmouna Guindo',
    concern: 'STR_REINT',
    to: 'GAO',
    at: '2014-06-27T14:20:00Z',
    reason: 'MOVED',
    words: 'Rejoint sa famille à Gao le 10 juillet et souhaite y être suivie par une équipe.',
  },
  {
    lead: 'Allaye Sow',
    concern: 'ACC_MED',
    to: 'MDM',
    at: '2014-06-26T10:45:00Z',
    reason: 'SPECIALIST',
    words: 'Soins de longue durée : votre équipe peut mieux suivre que nous.',
  },
  {
    lead: 'Ibrahim Ag Moussa',
    concern: 'MHP_DIST',
    to: 'MSF',
    at: '2014-06-27T09:30:00Z',
    reason: 'SPECIALIST',
    words: 'Nos séances sont terminées ; un suivi spécialisé reste utile.',
  },
  {
    lead: 'Ramata Traoré',
    concern: 'HLP_OCC',
    to: 'NRC',
    at: '2014-06-27T11:15:00Z',
    reason: 'MANDATE',
    words: 'Reste une question de logement et de terre, qui relève de votre mandat.',
  },
  {
    lead: 'Fatoumata Maïga',
    concern: 'STR_REINT',
    to: 'ACTED',
    at: '2014-06-24T15:10:00Z',
    reason: 'MANDATE',
    words: 'La protection est réglée ; reste la reprise d’une activité.',
    yes: { at: '2014-06-30T08:10:00Z', how: 'PHONE', who: 'Point focal, base de Gao' },
  },
]

const OFFICES: readonly string[] = ['BKO', 'MOP', 'TBT', 'GAO']
const isOffice = (to: string): to is OfficeId => OFFICES.includes(to)

/** An adult's open case with nothing under way, of this colleague and with this concern. */
const fits = ({ lead, concern, at }: Row, { case: file, referrals }: CaseFile): boolean =>
  users.some(({ id, name }) => id === file.leadId && name === lead) &&
  file.state === 'OPEN' &&
  file.sensitivity === 'S3' &&
  file.openedAt < at &&
  referrals.every(({ state }) => state === 'VERIFIED') &&
  file.person.concerns.includes(concern) &&
  !isMinor(file.person, dayOf(at))

/** What the person agreed that this agency may hear when it takes their case over. */
const FACTS = ['sex', 'age_band', 'cercle', 'coded_needs', 'name', 'safe_contact', 'language'] as const

/** Asked half an hour before the offer, of this one agency. */
function consentTo(file: CaseFile, partner: PartnerCode, at: string): Consent {
  const { person, leadId, officeId, id } = file.case
  const givenAt = plusMinutes(at, -30)
  const said = answerOf({ person, situation: 'older_person', day: dayOf(givenAt) }, true)
  const confirmedBy: Id = approverFor(random(`transfer:${id}`), officeId, leadId).id
  return {
    id: idOf(`transfer-consent:${id}`),
    purpose: 'TRANSFER',
    partner,
    service: null,
    mode: 'SIGN',
    witness: '',
    language: person.languages[0] ?? 'fra',
    wordingVersion: '2014-1',
    facts: [...FACTS],
    givenAt,
    expiresOn: plusDays(dayOf(givenAt), EXPIRY_DAYS.TRANSFER ?? 0),
    recordedById: leadId,
    ...said,
    ...judged(said, {
      person,
      purpose: 'TRANSFER',
      service: null,
      at: givenAt,
      restricted: false,
      confirmedBy,
    }),
  }
}

function offered(file: CaseFile, row: Row): CaseFile {
  const { to, at, reason, words, yes } = row
  const offer = { id: idOf(`transfer:${file.case.id}`), at, reason, words, ...(yes && { yes }) }
  if (isOffice(to)) return { ...file, offer: { ...offer, to: { office: to } } }
  const consent = consentTo(file, to, at)
  return {
    ...file,
    consents: [...file.consents, consent],
    offer: { ...offer, to: { partner: to, consentId: consent.id } },
  }
}

/** The files, a few of them on their way to somebody else; each the first that fits. */
export function withOffers(files: readonly CaseFile[]): CaseFile[] {
  const rows = new Map(
    OFFERED.map((row) => {
      const file = files.find((one) => fits(row, one))
      if (!file) throw new Error(`${row.lead} has no case to offer to ${row.to}`)
      return [file, row]
    }),
  )
  return files.map((file) => {
    const row = rows.get(file)
    return row ? offered(file, row) : file
  })
}
