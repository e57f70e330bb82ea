import { POST as consent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as offer } from '@/app/api/v1/cases/[code]/offer-to-agency/route'
import { POST as record } from '@/app/api/v1/cases/[code]/transfer/[id]/answer/route'
import { POST as handOut } from '@/app/api/v1/cases/[code]/transfer/[id]/hand-out/route'
import type { SignedIn } from '../actors'
import { root } from '../database'
import { came, type Moving, offerOf, versionOf } from './transfers'

type Now = { lead: SignedIn; supervisor: SignedIn; one: Moving }

/** The steps of a case on its way to another agency, each as its page sends it; `now`: whose case it is in the running test. */
export function toAgency(now: () => Now) {
  const says = async (answer: string, of = now().one, partner = 'SAVE') =>
    came(
      consent,
      now().lead,
      { code: of.code },
      {
        purpose: 'TRANSFER',
        partner,
        answer,
        ...(answer === 'GIVEN' && {
          giver: 'SELF',
          mode: 'SIGN',
          facts: ['sex', 'age_band', 'language', 'name'],
        }),
        _version: await versionOf(of),
      },
    )
  const consentOf = async (of = now().one) =>
    String(
      (
        await root()`select id from app.consents where case_id = ${of.id} and purpose = 'TRANSFER' order by given_at desc limit 1`
      )[0]?.id,
    )
  const offersToAgency = async (by = now().lead, of = now().one, id?: string) =>
    came(
      offer,
      by,
      { code: of.code },
      {
        consent: id ?? (await consentOf(of)),
        transferReason: 'SPECIALIST',
        word: 'Suite longue.',
        _version: await versionOf(of),
      },
    )
  const ids = async (of: Moving) => {
    const row = await offerOf(of)
    return { id: String(row?.id), _version: String(row?.version) }
  }
  const answers = async (by = now().lead, changes: Record<string, string> = {}, of = now().one) => {
    const { id, _version } = await ids(of)
    return came(
      record,
      by,
      { code: of.code, id },
      {
        says: 'YES',
        who: 'Awa Dembélé, cheffe de projet',
        how: 'PHONE',
        on: '30/6/2014',
        _version,
        ...changes,
      },
    )
  }
  const hands = async (
    by = now().supervisor,
    changes: Record<string, string | string[]> = {},
    of = now().one,
  ) => {
    const { id, _version } = await ids(of)
    return came(handOut, by, { code: of.code, id }, { handed: 'on', _version, ...changes })
  }
  return { says, consentOf, offersToAgency, answers, hands }
}
