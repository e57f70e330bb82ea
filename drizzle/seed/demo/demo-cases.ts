import { isCode, unitOf } from '@/lib/base/codes/codes'
import type { CodeOf, ListName } from '@/lib/base/codes/lists'
import { type FactKey, isFactKey } from '@/lib/casework/consents/facts'
import type { CaseCode } from '@/lib/casework/numbers/case-code'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { isServiceCode, type ServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import reference from '../reference/demo-cases.json'
import { judged } from './answers'
import { appointmentsOf, followUpsOf } from './follow-ups'
import { IDENTITIES, type Identity } from './identities'
import { milestones } from './milestones'
import { at } from './moments'
import { officeOfCercle } from './places'
import { idOf, type Random, random } from './random'
import type { Assistance, Case, CaseFile, Closing, Consent, Person, TeamNote, Withhold } from './records'
import { buildReferral } from './referral'
import { focalPointOf, supervisorsOf, users } from './staff'

type Coded = (typeof reference.cases)[number]

/** A value of the reference file as a code of its list; anything else is an error in that file. */
function known<L extends ListName>(list: L, value: string): CodeOf<L> {
  if (!isCode(list, value)) throw new Error(`${value} is not in ${list}`)
  return value
}

function service(value: string): ServiceCode {
  if (!isServiceCode(value)) throw new Error(`${value} cannot be asked of a partner`)
  return value
}

function code(text: string): CaseCode {
  const parsed = parseCode(text)
  if (!parsed) throw new Error(`${text} is not a case code`)
  return parsed
}

function userId(name: string): string {
  const user = users.find((one) => one.name === name)
  if (!user) throw new Error(`Nobody is called ${name}`)
  return user.id
}

function identityOf(one: Coded): Identity {
  const identity = IDENTITIES[one.code]
  if (!identity) throw new Error(`${one.code} has no identity`)
  return identity
}

const FROM: Readonly<Record<string, Withhold['from']>> = { family: 'FAMILY', authorities: 'AUTHORITIES' }

function withholds(one: Coded): Withhold[] {
  return (one.withhold ?? []).map(({ from, reason }) => ({
    from: FROM[from] ?? 'AUTHORITIES',
    reason: known('withhold_reason', reason),
  }))
}

function personOf(one: Coded, own: Identity): Person {
  const relatives = own.relatives ?? []
  const born = own.birthDate ? Number(own.birthDate.slice(0, 4)) : 2014 - one.age
  return {
    id: idOf(`person:${one.code}`),
    given: own.given,
    family: own.family,
    ...(own.alias ? { alias: own.alias } : {}),
    sex: known('sex', one.sex),
    birthYear: born,
    ...(own.birthDate ? { birthDate: own.birthDate } : {}),
    ageBasis: known('age_basis', one.ageBasis),
    nationality: known('nationality', one.nationality),
    displacementStatus: known('displacement_status', one.displacementStatus),
    originCercle: own.originCercle ?? null,
    cercle: known('admin2_2014', one.cercle),
    village: own.village,
    languages: one.languages.map((language) => known('language', language)),
    documentStatus: known('document_status', one.documentStatus),
    householdRole: known('household_role', one.householdRole),
    householdSize: relatives.length + 1,
    household: relatives.map(([given, family, sex, birthYear, role]) => ({
      id: idOf(`person:${one.code}:${given}`),
      given,
      family,
      sex,
      birthYear,
      role,
    })),
    specificNeeds: one.specificNeeds.map((need) => known('specific_need', need)),
    concerns: one.concerns.map((concern) => known('protection_concern', concern)),
    safeContact: { mode: known('safe_contact', one.safeContact), detail: own.contact },
    ...(own.phone ? { phone: own.phone } : {}),
    motherName: own.motherName,
    withholds: withholds(one),
  }
}

/** The only told case that waits to be closed: nobody reached her, and nothing could be said without danger. */
const lostContact: Closing = {
  askedAt: '2014-06-18T15:10:00Z',
  told: 'NOT_REACHED',
  evidence: ['THREE_ATTEMPTS_TWO_WAYS_30_DAYS'],
  checklist: ['GOALS', 'COME_BACK'],
  left: 'NOT_REACHED',
  words: 'Trois rendez-vous manqués au centre de santé, aucun téléphone sûr. La porte reste ouverte.',
}

function caseOf(one: Coded, own: Identity): Case {
  const officeId = officeOfCercle(one.cercle)
  const leadId = userId(own.lead)
  const supervisor = own.named ? userId(own.named) : (supervisorsOf(officeId)[0]?.id ?? leadId)
  return {
    id: idOf(`case:${one.code}`),
    code: code(one.code),
    officeId,
    cercle: one.cercle,
    sensitivity: one.sensitivity === 'S4' ? 'S4' : 'S3',
    state: known('case_status', one.state),
    risk: one.risk === 'HIGH' ? 'HIGH' : one.risk === 'MEDIUM' ? 'MEDIUM' : 'LOW',
    leadId,
    memberIds: own.member ? [userId(own.member)] : [],
    namedSupervisorIds: own.named ? [supervisor] : [],
    openedById: one.source === 'FMP' || one.source === 'DTM_SITE' ? supervisor : leadId,
    source: known('identification_source', one.source),
    flowPoint: one.flowPoint ?? null,
    alertId: null,
    openedAt: at(one.opened, '08:05'),
    registeredAt: at(one.opened, '08:40'),
    ...(one.closed ? { closedAt: at(one.closed, '15:10') } : {}),
    ...(one.closureReason ? { closureReason: known('closure_reason', one.closureReason) } : {}),
    ...(one.state === 'PENDING_CLOSURE' ? { closing: lostContact } : {}),
    person: personOf(one, own),
  }
}

/** Spelled out: the rows of the file differ in what they leave away. */
type CodedConsent = {
  purpose: string
  status: string
  mode: string
  giver: string
  day: string
  basis: string
  service?: string | undefined
  reason?: string | undefined
  situation?: { caregiver?: string | undefined; capacity?: string | undefined } | undefined
  partner?: string | undefined
  facts?: readonly string[] | undefined
  withdrawn?: string | undefined
}

type Base = Omit<Consent, 'id' | 'service' | 'facts' | 'rule' | 'confirmBy' | 'confirmed'>

function consentBase(row: CodedConsent, file: Case): Base {
  const { caregiver, capacity } = row.situation ?? {}
  return {
    purpose: known('consent_purpose', row.purpose),
    partner: row.partner ? known('partner', row.partner) : null,
    status: known('consent_status', row.status),
    mode: known('consent_mode', row.mode),
    giver: known('consent_giver', row.giver),
    witness: row.mode === 'VERBAL_WIT' ? 'Interprète du bureau' : '',
    language: file.person.languages[0] ?? 'fra',
    wordingVersion: '2014-1',
    legalBasis: known('legal_basis', row.basis),
    reason: row.reason ?? null,
    situation: { ...(caregiver && { caregiver }), ...(capacity && { capacity }) },
    givenAt: at(row.day, '08:50'),
    ...(row.withdrawn ? { withdrawnAt: at(row.withdrawn, '10:00') } : {}),
    recordedById: file.leadId,
  }
}

/** What the person agreed to share with this recipient, and nothing beside it. */
function factsOf({ facts = [] }: CodedConsent): FactKey[] {
  return facts.map((fact) => {
    if (!isFactKey(fact)) throw new Error(`${fact} is no fact that may leave`)
    return fact
  })
}

function referralsOf(random: Random, one: Coded, file: Case) {
  const approver = file.namedSupervisorIds[0] ?? supervisorsOf(file.officeId)[0]?.id ?? ''
  const built: ReturnType<typeof buildReferral>[] = []
  for (const row of one.referrals) {
    const partner = known('partner', row.partner)
    const consents: CodedConsent[] = one.consents
    const consent = consents.find((c) => c.partner === partner && c.status !== 'REFUSED')
    if (!consent) throw new Error(`${one.code} has no consent for ${partner}`)
    const people = { author: file.leadId, approver, partner: focalPointOf(partner)?.id ?? file.leadId }
    const refused = built.find(
      ({ referral }) => referral.service === row.service && referral.state === 'DECLINED',
    )
    built.push(
      buildReferral(random, {
        partner,
        ...(refused ? { previousId: refused.referral.id } : {}),
        service: service(row.service),
        priority: known('referral_priority', row.priority),
        authorId: file.leadId,
        person: file.person,
        said: consentBase(consent, file),
        confirmedBy: approver,
        restricted: file.sensitivity === 'S4',
        language: file.person.languages[0] ?? 'fra',
        witness: '',
        steps: milestones(row, people),
        consent: consentBase(consent, file),
        facts: factsOf(consent),
      }),
    )
  }
  return built
}

/** Consents that no referral uses: case management, statistics, refusals. */
function otherConsents(random: Random, one: Coded, file: Case): Consent[] {
  const used = new Set(one.referrals.map(({ partner }) => partner))
  const consents: CodedConsent[] = one.consents
  const confirmedBy = file.namedSupervisorIds[0] ?? supervisorsOf(file.officeId)[0]?.id ?? ''
  const about = { person: file.person, restricted: file.sensitivity === 'S4', confirmedBy }
  return consents
    .filter((row) => !row.partner || !used.has(row.partner) || row.status === 'REFUSED')
    .map((row) => {
      const base = consentBase(row, file)
      const service = row.service ?? null
      const rule = judged(base, { ...about, purpose: base.purpose, service, at: base.givenAt })
      return { id: random.id(), service, facts: factsOf(row), ...base, ...rule }
    })
}

function assistanceOf(random: Random, one: Coded, file: Case): Assistance[] {
  const donor = known('donor', one.donor)
  return one.assistance.map((row) => {
    const unit = unitOf(row.service)
    if (!unit) throw new Error(`${row.service} has no unit`)
    return { id: random.id(), ...row, unit, donor, byId: file.leadId }
  })
}

function notesOf(random: Random, own: Identity, { leadId }: Case): TeamNote[] {
  const discipline = users.find(({ id }) => id === leadId)?.role
  const sealed = discipline === 'PSYCHOLOGIST' || discipline === 'LAWYER' ? discipline : 'SOCIAL_WORKER'
  return own.notes.map(([day, text, kind]) => {
    return { id: random.id(), at: at(day, '16:20'), byId: leadId, compartment: kind ? sealed : 'TEAM', text }
  })
}

function fileOf(one: Coded): CaseFile {
  const chance = random(`demo:${one.code}`)
  const own = identityOf(one)
  const file = caseOf(one, own)
  const built = referralsOf(chance, one, file)
  return {
    case: file,
    consents: [...otherConsents(chance, one, file), ...built.map(({ consent }) => consent)],
    assistance: assistanceOf(chance, one, file),
    referrals: built.map(({ referral }) => referral),
    notes: notesOf(chance, own, file),
    followUps: followUpsOf(one.code),
    appointments: appointmentsOf(one.code),
  }
}

/** The twelve cases that tell the product's story, as living files. */
export const demoFiles = (): CaseFile[] => reference.cases.map(fileOf)
