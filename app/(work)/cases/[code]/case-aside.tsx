import { answerNow } from '@/app/_frame/consent-line'
import { Facts } from '@/app/_ui/facts'
import { Hand } from '@/app/_ui/hand'
import { type Check, CheckList } from '@/app/_ui/kept-list'
import { AsidePart } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Birth } from '@/lib/base/time/age-on'
import { mayRestrict } from '@/lib/casework/cases/policy'
import { mayRemove } from '@/lib/casework/cases/remove-colleague'
import type { SaidConsent } from '@/lib/casework/consents/consent-rows'
import { notInForce } from '@/lib/casework/consents/cover'
import { newestAnswers } from '@/lib/casework/consents/newest'
import { birthOf } from '@/lib/casework/people/birth'
import { isReferralState, STATES } from '@/lib/casework/referrals/machine/states'
import type { CaseFile, FileReferral } from '@/lib/desks/case-file/case-file'
import type { Framed } from './case-frame'

type Props = { file: CaseFile; page: Framed }

/** The side column: consents, referrals and whose turn it is, team, situation. */
export function CaseAside({ file, page }: Props) {
  const { t } = page
  const { code } = file.head.reach.record
  const { may } = file.head
  return (
    <>
      <AsidePart title={t('cases.part.consents')}>
        <CheckList
          items={newestAnswers(file.head.consents).map((row) =>
            consentCheck(row, birthOf(file.head.person), page),
          )}
        />
        {may.write && (
          <p>
            <a href={`/cases/${code}/consents/new`}>{t('consents.new.title')}</a>
          </p>
        )}
      </AsidePart>
      <AsidePart title={t('cases.part.referrals')}>
        <ul className="ticks" id="referrals">
          {file.referrals.length === 0 && <li>{t('cases.aside.no-referral')}</li>}
          {file.referrals.map((one) => (
            <ReferralLine key={one.id} one={one} page={page} />
          ))}
        </ul>
      </AsidePart>
      <AsidePart title={t('cases.aside.team')}>
        <Team file={file} page={page} />
        {mayRemove(page.actor, file.head.reach).allowed &&
          file.team.some(({ capacity }) => capacity === 'MEMBER') && (
            <p>
              <a href={`/cases/${code}/team/remove`}>{t('cases.team.remove')}</a>
            </p>
          )}
        {may.lead && (
          <p>
            <a href={`/cases/${code}/team`}>{t('cases.team.title')}</a>
          </p>
        )}
        {mayRestrict(page.actor, file.head.reach).allowed && (
          <p>
            <a href={`/cases/${code}/restrict`}>{t('cases.restrict.title')}</a>
          </p>
        )}
      </AsidePart>
      <CaseMoves file={file} page={page} />
      <AsidePart title={t('cases.aside.situation')}>
        <Situation file={file} page={page} />
        <p>
          <a href={`/cases/${code}/history`}>{t('past.title')}</a>
        </p>
      </AsidePart>
    </>
  )
}

/** What may be done with the case itself, each on a page of its own. */
function CaseMoves({ file: { moves, head, mayTransfer }, page: { t } }: Props) {
  const { code } = head.reach.record
  const offered = (['hold', 'ask-closure'] as const).filter((verb) => moves.includes(verb))
  if (offered.length === 0 && !mayTransfer) return null
  return (
    <AsidePart title={t('cases.aside.moves')}>
      <ul className="ticks">
        {offered.map((verb) => (
          <li key={verb}>
            <a href={`/cases/${code}/${verb}`}>{t(`cases.${verb}.title`)}</a>
          </li>
        ))}
        {mayTransfer && (
          <li>
            <a href={`/cases/${code}/transfer`}>{t('transfers.offer.title')}</a>
          </li>
        )}
      </ul>
    </AsidePart>
  )
}

function consentCheck(row: SaidConsent, birth: Birth, page: Framed): Check {
  const { t, locale, actor } = page
  const ended = notInForce(row, actor.now)
  const what = wordingOf(t, `consents.purpose.${row.purpose}`, row.purpose)
  const who = answerNow(row, birth, page)
  const until = row.expiresOn && !ended && t('consents.until', { on: day(locale, row.expiresOn) })
  return {
    mark: ended ? 'no' : 'ok',
    text: row.partner ? t('frame.said', { what, how: partnerName(row.partner, locale) }) : what,
    detail: [who, until].filter(Boolean).join(', '),
  }
}

function ReferralLine({ one, page: { t, locale } }: { one: FileReferral; page: Framed }) {
  const partner = partnerName(one.partner, locale)
  const state = isReferralState(one.state) ? one.state : 'DRAFT'
  const { turn } = STATES[state]
  const words = t(`referrals.state.${state}`)
  return (
    <li>
      <span>
        <a href={`/referrals/${one.id}`}>
          {partner}, {label('service_type', one.service, locale)}
        </a>
        <br />
        {turn === 'nobody' ? (
          <small>{words}</small>
        ) : (
          <>
            <Hand side={turn}>{t(`referrals.turn.${turn}`, { partner })}</Hand>
            <br />
            <small>{words}</small>
          </>
        )}
      </span>
    </li>
  )
}

function Team({ file, page: { t } }: Props) {
  return (
    <ul className="ticks">
      {file.team.map(({ name, role, capacity }) => (
        <li key={name + capacity}>
          <span>
            <bdi>{name}</bdi>
            <br />
            <small>
              {wordingOf(t, `session.role.${role}`, role)}
              {capacity !== 'MEMBER' && `, ${wordingOf(t, `cases.capacity.${capacity}`, capacity)}`}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Situation({ file, page: { t, locale } }: Props) {
  const { person } = file.head
  const { record } = file.head.reach
  const rows: [string, string][] = [
    [
      'displacementStatus',
      person.displacementStatus ? label('displacement_status', person.displacementStatus, locale) : '',
    ],
    ['originCercle', person.originCercle ? label('origin', person.originCercle, locale) : ''],
    ['cercle', label('admin2_2014', record.cercle, locale)],
    ['languages', person.languages.map((code) => label('spoken', code, locale)).join(', ')],
    ['documentStatus', person.documentStatus ? label('document_status', person.documentStatus, locale) : ''],
    ['specificNeeds', person.specificNeeds.map((code) => label('specific_need', code, locale)).join(', ')],
    ['householdSize', person.householdSize ? String(person.householdSize) : ''],
  ]
  const facts = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ term: wordingOf(t, `people.${name}.short`, name), value }))
  return facts.length > 0 ? <Facts facts={facts} /> : <p className="meta">{t('cases.row.no-situation')}</p>
}
